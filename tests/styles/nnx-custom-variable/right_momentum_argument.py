"""The momentum is an argument of the call."""

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, *, rngs):
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = Stat(jnp.zeros(dim))

    def __call__(self, batch, momentum):
        h = batch * self.scale
        self.mean[...] = momentum * self.mean + (1 - momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], rngs=nnx.Rngs(int(seed)))
    for batch in jnp.split(x, 2):
        model(batch, momentum)
    return model.mean[...]
