"""The pair of an LSTM was taken as output and memory, as in PyTorch. In NNX the memory comes first: what you
return as `h` is the memory, and what you return as `c` the output."""

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
        (h, c), y = cell((h, c), x[:, t])
        outputs.append(y)
    return {"outputs": jnp.stack(outputs, axis=1), "h": h, "c": c}
