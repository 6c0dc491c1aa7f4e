"""The mask is drawn by hand, with the key that a Dropout would draw."""

import jax
import jax.numpy as jnp
from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.keep = 1 - rate
        self.stream = rngs.dropout.fork()

    def __call__(self, x):
        mask = jax.random.bernoulli(self.stream(), self.keep, x.shape)
        return jnp.where(mask, x / self.keep, 0.0)


def dropout_scaling(seed, x, rate):
    return Thinned(rate, rngs=nnx.Rngs(seed))(x)
