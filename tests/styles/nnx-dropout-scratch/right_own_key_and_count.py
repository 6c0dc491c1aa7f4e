"""A key and a count are kept in place of a stream."""

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.rate = rate
        self.key = nnx.Variable(rngs.dropout())
        self.count = nnx.Variable(jnp.array(0))

    def __call__(self, x, *, deterministic=False):
        if deterministic:
            return x
        key = jax.random.fold_in(self.key[...], self.count[...])
        self.count[...] += 1
        return jnp.where(jax.random.bernoulli(key, 1 - self.rate, x.shape), x / (1 - self.rate), 0)


def dropout_scratch(seed, x, rate, deterministic):
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    return jnp.stack([layer(x, deterministic=deterministic), layer(x)])
