"""One more call of the module leaves its `mean` as it was: the update is made outside of the call. Code that
calls the module elsewhere would have to remember it. Put the update into `__call__`."""

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
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    for batch in jnp.split(x, 2):
        h = model(batch)
        model.mean[...] = momentum * model.mean + (1 - momentum) * h.mean(axis=0)
    return model.mean[...]
