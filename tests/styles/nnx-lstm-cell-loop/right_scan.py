import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    c = h = jnp.zeros((x.shape[0], features))

    def one(carry, row):
        return cell(carry, row)

    (c, h), outputs = jax.lax.scan(one, (c, h), x.swapaxes(0, 1))
    return {"outputs": outputs.swapaxes(0, 1), "h": h, "c": c}
