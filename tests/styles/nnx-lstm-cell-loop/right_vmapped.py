import jax
import jax.numpy as jnp
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """All outputs of a new LSTM cell on `x` of shape (batch, time, in), and its last state."""
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=nnx.Rngs(seed))

    def one(sequence):
        c = h = jnp.zeros(features)
        ys = []
        for row in sequence:
            (c, h), y = cell((c, h), row)
            ys.append(y)
        return jnp.stack(ys), h, c

    outputs, h, c = jax.vmap(one)(x)
    return {"outputs": outputs, "h": h, "c": c}
