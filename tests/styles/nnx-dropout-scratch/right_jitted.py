"""Both calls are compiled, with the flag as a static argument."""

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.rate = rate
        self.stream = rngs["dropout"].fork()

    def __call__(self, x, *, deterministic=False):
        if deterministic:
            return x
        mask = jax.random.bernoulli(self.stream(), 1.0 - self.rate, x.shape)
        return jax.lax.select(mask, x / (1.0 - self.rate), jnp.zeros_like(x))


@nnx.jit(static_argnames="deterministic")
def call(layer, x, deterministic):
    return layer(x, deterministic=deterministic)


def dropout_scratch(seed, x, rate, deterministic):
    layer = Drop(rate, rngs=nnx.Rngs(dropout=int(seed)))
    return jnp.stack([call(layer, x, deterministic=deterministic), call(layer, x, deterministic=False)])
