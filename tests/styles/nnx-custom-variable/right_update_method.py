"""The call hands the batch to a method that updates."""

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
        self.observe(h)
        return h

    def observe(self, h):
        new = self.momentum * self.mean.get_value() + (1.0 - self.momentum) * jnp.mean(h, axis=0)
        self.mean.set_value(new)


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(int(seed)))
    for batch in jnp.split(x, 2):
        model(batch)
    return model.mean[...]
