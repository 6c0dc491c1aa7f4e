"""Each reading has a model of its own."""

import jax
import jax.numpy as jnp
from flax import nnx


class Selector(nnx.Module):
    def __init__(self, d, features, *, rngs):
        self.score = nnx.Linear(d, d, rngs=rngs)
        self.out = nnx.Linear(d, features, rngs=rngs)

    def __call__(self, reading):
        scaled = reading / jnp.abs(reading).max()
        weights = nnx.softmax(self.score(scaled))
        return self.out(weights * reading)


def vmap_batch(seed, x, features):
    keys = jax.random.split(jax.random.key(seed), x.shape[1])
    return nnx.vmap(lambda key, r: Selector(x.shape[0], features, rngs=nnx.Rngs(key))(r), in_axes=(0, 1))(keys, x)
