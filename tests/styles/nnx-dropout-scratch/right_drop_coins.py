"""The draws of the stream have methods of their own."""

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    """Drops elements with probability `rate`, and divides the others by `1 - rate`."""

    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        self.stream = rngs.dropout.fork()

    def __call__(self, x: jax.Array, *, deterministic: bool = False) -> jax.Array:
        if deterministic:
            return x
        keep = 1.0 - self.rate
        kept = self.stream.bernoulli(keep, x.shape)
        return jnp.where(kept, x / keep, 0.0)


def dropout_scratch(seed: int, x: jax.Array, rate: float, deterministic: bool) -> jax.Array:
    """A call with `deterministic` as given, and one in training."""
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    first = layer(x, deterministic=deterministic)
    return jnp.stack([first, layer(x)])
