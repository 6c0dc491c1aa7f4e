"""A running mean in a Variable type of its own."""

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    """A statistic of the data: kept by the model, and not for training."""


class Scaler(nnx.Module):
    """Scales each column, and keeps a running mean of what comes out."""

    def __init__(self, dim: int, momentum: float, *, rngs: nnx.Rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = Stat(jnp.zeros(dim))

    def __call__(self, batch: jax.Array) -> jax.Array:
        h = batch * self.scale
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed: int, x: jax.Array, momentum: float) -> jax.Array:
    """The running mean of a `Scaler` after it has seen both halves of `x`."""
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    for batch in jnp.split(x, 2):
        model(batch)
    return model.mean[...]
