"""The flag is an attribute."""

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.keep = 1.0 - rate
        self.deterministic = False
        self.stream = rngs.dropout.fork()

    def __call__(self, x):
        if self.deterministic:
            return x
        mask = jax.random.bernoulli(self.stream(), self.keep, x.shape)
        return jnp.where(mask, x, 0) / self.keep


def dropout_scratch(seed, x, rate, deterministic):
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    layer.deterministic = deterministic
    outputs = [layer(x)]
    layer.eval()
    layer.train()
    return jnp.stack([*outputs, layer(x)])
