"""jax.value_and_grad with argnums, over params and x."""

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
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(int(seed)))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss(x, params):
        return mean_error(nnx.merge(graphdef, params, rest), y, x)

    value, grads = jax.value_and_grad(loss, argnums=[0, 1])(x, params)
    return dict(loss=value, kernel=grads[1]["hidden"]["kernel"][...], x=grads[0])
