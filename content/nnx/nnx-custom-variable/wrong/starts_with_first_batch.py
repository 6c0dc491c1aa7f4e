"""The numbers are those of a mean that takes over its first batch as it is. The mean starts at zero, and the
first call mixes in its batch as every other call does, with the weights that `momentum` gives. No call is
special."""

# fact: has if

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
        batch_mean = h.mean(axis=0)
        if (self.mean[...] == 0).all():
            self.mean[...] = batch_mean
        else:
            self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * batch_mean
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    k = x.shape[0] // 2
    model(x[:k])
    model(x[k:])
    return model.mean[...]
