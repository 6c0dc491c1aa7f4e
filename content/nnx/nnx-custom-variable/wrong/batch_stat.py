"""The mean is an `nnx.BatchStat`, the type of Flax's own BatchNorm. Every filter that asks for the averages of
BatchNorm layers now finds yours among them. The task asks for a type of your own, which means one job and no
other."""

# fact: has nnx.BatchStat(_)
# fact: has not class _(nnx.BatchStat)

import jax
import jax.numpy as jnp
from flax import nnx


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = nnx.BatchStat(jnp.zeros(dim))

    def __call__(self, batch):
        h = batch * self.scale
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    k = x.shape[0] // 2
    model(x[:k])
    model(x[k:])
    return model.mean[...]
