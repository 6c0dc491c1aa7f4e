"""The scale is a `Stat` as well, and so nothing in this model is trained. Two arrays with two jobs need two
types: one is measured, the other is learnt."""

# fact: has self.scale = Stat(_)

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = Stat(jax.random.normal(rngs.params(), (dim,)))
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
    return model.mean[...]
