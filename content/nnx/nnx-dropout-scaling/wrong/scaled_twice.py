"""The right numbers are dropped, and those that remain are scaled up twice: `nnx.Dropout` divides them by `1 -
rate` already, and your code does it again. Return what the layer gives."""

# fact: checks

import jax
from flax import nnx


class Thinned(nnx.Module):
    """Dropout, and nothing else."""

    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        self.drop = nnx.Dropout(rate, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(x) / (1.0 - self.rate)


def dropout_scaling(seed: int, x: jax.Array, rate: float) -> jax.Array:
    """`x` with a part of its numbers dropped, and the rest scaled up."""
    layer = Thinned(rate, rngs=nnx.Rngs(seed))
    return layer(x)
