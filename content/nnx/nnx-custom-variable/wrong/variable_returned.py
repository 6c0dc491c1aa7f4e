"""A Variable was returned, and the task asks for the array in it. Whoever gets a Variable can change the model
with it, and sees every later change. Read what it holds."""

# fact: checks

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
    k = x.shape[0] // 2
    model(x[:k])
    model(x[k:])
    return model.mean
