"""The carry is the one after all steps, with the filling as it came. Each step of it has changed the carry of the
shorter sequences. Say how long they are."""

# fact: checks
# fact: has not _(..., seq_lengths=_)

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True)
    carry, _ = rnn(x)
    return carry
