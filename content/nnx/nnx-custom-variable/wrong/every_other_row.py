"""The rows were dealt out in turn: one batch has the even rows, the other the odd ones. The task cuts `x` in
the middle: first the upper half of the rows, then the lower one. A running mean depends on which rows come
last."""

# fact: has _[::2]

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = Stat(jnp.zeros(dim))

    def __call__(self, batch):
        h = batch * self.scale
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    model(x[::2])
    model(x[1::2])
    return model.mean[...]
