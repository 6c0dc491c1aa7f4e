"""The Params are split off; jax.value_and_grad differentiates a tuple."""

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


def grad_argnums(seed, x, y):
    graphdef, params = nnx.split(Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)))

    def of_both(both):
        params, x = both
        return mean_error(nnx.merge(graphdef, params), y, x)

    loss, (of_params, of_x) = jax.value_and_grad(of_both)((params, x))
    return {"loss": loss, "kernel": of_params["hidden"]["kernel"][...], "x": of_x}
