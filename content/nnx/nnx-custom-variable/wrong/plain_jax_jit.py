"""The mean is still zero. `jax.jit` takes a module for a tree of arrays, works on a copy, and drops the copy
with the new mean in it. Call the module directly, or use the jit of NNX, which carries changes back."""

# fact: has jax.jit

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
    call = jax.jit(lambda model, batch: model(batch))
    call(model, x[:k])
    call(model, x[k:])
    return model.mean[...]
