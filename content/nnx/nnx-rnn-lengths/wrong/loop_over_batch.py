"""The sequences run one after the other, in a Python loop with a scan for each. The program grows with the batch.
One scan can run them all, for the steps behind the end do no harm once the right carry is picked."""

# fact: has for

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True)
    found = [rnn(row[None], seq_lengths=lengths[i : i + 1])[0] for i, row in enumerate(x)]
    return jnp.concatenate(found)
