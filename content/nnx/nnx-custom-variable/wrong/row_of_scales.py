"""`scale` has a shape of its own: broadcasting makes up for it here, but the task asks for shape `(d,)`, and
that is what other code finds when it loads or compares parameters."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (1, dim)))
        self.mean = Stat(jnp.zeros(dim))

    def __call__(self, batch):
        h = batch * self.scale
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    for batch in jnp.split(x, 2):
        model(batch)
    return model.mean[...]
