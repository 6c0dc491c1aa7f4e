"""The scale is an `nnx.Variable`, which says only that the module keeps it. What training is to change is an
`nnx.Param`: one array is measured, the other is learnt."""

# fact: has self.scale = nnx.Variable(_)

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Variable(jax.random.normal(rngs.params(), (dim,)))
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
