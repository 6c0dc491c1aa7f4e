"""The loop knows the lengths, and you took the last output. Outputs go on behind the end of a sequence; what stops
there is the carry, the first of the two that are returned."""

# fact: has _[:, -1]
# fact: has _(..., seq_lengths=_)

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True)
    _, outputs = rnn(x, seq_lengths=lengths)
    return outputs[:, -1]
