"""`Stat` is a subclass of `nnx.Param`, and whatever is a Param is trained: `nnx.grad` asks for its gradient,
and the optimizer writes into it. A statistic is only ever measured. Choose the parent that says "state" and
nothing more."""

# fact: has class Stat(nnx.Param)

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Param):
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
    return model.mean[...]
