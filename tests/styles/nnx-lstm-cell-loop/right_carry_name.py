import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    carry = cell.initialize_carry((x.shape[0], x.shape[2]), nnx.Rngs(0))
    outputs = []
    for t in range(x.shape[1]):
        carry, y = cell(carry, x[:, t])
        outputs.append(y)
    c, h = carry
    return {"outputs": jnp.stack(outputs, axis=1), "h": h, "c": c}
