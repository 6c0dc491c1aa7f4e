"""The mapped function is a method of the module, called without a bound method."""

import jax.numpy as jnp
from flax import nnx


class Selector(nnx.Module):
    def __init__(self, d, features, *, rngs):
        self.score = nnx.Linear(d, d, rngs=rngs)
        self.out = nnx.Linear(d, features, rngs=rngs)

    @nnx.vmap(in_axes=(None, 1))
    def columns(self, reading):
        scaled = reading / jnp.abs(reading).max()
        weights = nnx.softmax(self.score(scaled))
        return self.out(weights * reading)


def vmap_batch(seed, x, features):
    model = Selector(int(x.shape[0]), int(features), rngs=nnx.Rngs(int(seed)))
    return model.columns(x)
