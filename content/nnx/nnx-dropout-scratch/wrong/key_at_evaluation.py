"""The second output has the mask of the second key, though the first call was one without dropout: that call
took a key, too. Return `x` before a key is drawn, so that an evaluation leaves the masks of training alone."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    """Drops elements with probability `rate`, and divides the others by `1 - rate`."""

    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        self.stream = rngs.dropout.fork()

    def __call__(self, x: jax.Array, *, deterministic: bool = False) -> jax.Array:
        keep = 1.0 - self.rate
        kept = jax.random.bernoulli(self.stream(), keep, x.shape)
        return x if deterministic else jnp.where(kept, x / keep, 0.0)


def dropout_scratch(seed: int, x: jax.Array, rate: float, deterministic: bool) -> jax.Array:
    """A call with `deterministic` as given, and one in training."""
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    first = layer(x, deterministic=deterministic)
    return jnp.stack([first, layer(x)])
