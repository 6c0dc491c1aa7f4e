"""The numbers are right, and an `nnx.RNN` ran the loop. Here you write it yourself; what a ready loop does with
lengths and order is the next problems' matter."""

# fact: has nnx.RNN(...)

import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    c = h = jnp.zeros((x.shape[0], features))
    (c, h), outputs = nnx.RNN(cell, return_carry=True)(x)
    return {"outputs": outputs, "h": h, "c": c}
