"""A jitted step, the Params as the second argument."""

import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, out, *, rngs):
        self.up = nnx.Linear(d, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.5, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.down = nnx.Linear(8, out, rngs=rngs)

    def __call__(self, x):
        return self.down(self.dropout(nnx.relu(self.norm(self.up(x)))))


@nnx.jit
def step(model, x, y):
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def f(rest, params):
        return jnp.square(nnx.merge(graphdef, params, rest)(x) - y).mean()

    return nnx.value_and_grad(f, argnums=1)(rest, params)


def tree_mode_grad(seed, x, y):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    loss, grads = step(model, x, y)
    return {
        "loss": loss,
        "up": grads["up"]["kernel"][...],
        "down": grads["down"]["kernel"][...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
