"""The input is a Param of a module around the model."""

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


class Both(nnx.Module):
    def __init__(self, model, x):
        self.model = model
        self.x = nnx.Param(x)


def grad_argnums(seed, x, y):
    both = Both(Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)), x)
    loss, grads = nnx.value_and_grad(lambda both: mean_error(both.model, y, both.x[...]))(both)
    return {"loss": loss, "kernel": grads.model.hidden.kernel[...], "x": grads.x[...]}
