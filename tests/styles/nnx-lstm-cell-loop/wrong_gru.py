import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.OptimizedLSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    c = h = jnp.zeros((x.shape[0], features))
    outputs = []
    for t in range(x.shape[1]):
        (c, h), y = cell((c, h), x[:, t])
        outputs.append(y)
    return {"outputs": jnp.stack(outputs, axis=1), "h": h, "c": c}
