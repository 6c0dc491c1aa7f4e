"""The loop was told that time is the first axis, and that is the batch. It steps from sequence to sequence."""

# fact: has nnx.RNN(..., time_major=True)

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True, time_major=True)
    _, outputs = rnn(x)
    return outputs[jnp.arange(len(x)), lengths - 1]
