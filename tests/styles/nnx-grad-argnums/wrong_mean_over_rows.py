"""The gradient of the input is averaged over the rows."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.head = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def mean_error(model: Net, y: jax.Array, x: jax.Array) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


def grad_argnums(seed: int, x: jax.Array, y: jax.Array) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    loss, (of_model, of_x) = nnx.value_and_grad(mean_error, argnums=(0, 2))(model, y, x)
    return {"loss": loss, "kernel": of_model.hidden.kernel[...], "x": of_x.mean(0)}
