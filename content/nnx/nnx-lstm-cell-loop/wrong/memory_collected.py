"""The memory was collected at each step, and the task asks for the outputs. The output is the second result of the
call, and the second of the pair."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    c = h = jnp.zeros((x.shape[0], features))
    outputs = []
    for t in range(x.shape[1]):
        (c, h), y = cell((c, h), x[:, t])
        outputs.append(c)
    return {"outputs": jnp.stack(outputs, axis=1), "h": h, "c": c}
