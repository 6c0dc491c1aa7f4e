"""The output does not depend on the model's own `scale`. Training would move the Param, and the output would
stay. Multiply by `self.scale`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.copy = jax.random.normal(rngs.params(), (dim,))
        self.scale = nnx.Param(self.copy)
        self.mean = Stat(jnp.zeros(dim))

    def __call__(self, batch):
        h = batch * self.copy
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    for batch in jnp.split(x, 2):
        model(batch)
    return model.mean[...]
