"""The sum in place of the mean."""

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


def tree_mode_grad(seed, x, y):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def f(p, r):
        return jnp.sum((nnx.merge(graphdef, p, r)(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(f)(params, rest)
    return {
        "loss": loss,
        "up": grads["up"]["kernel"][...],
        "down": grads["down"]["kernel"][...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
