"""`nnx.Dropout` was given the probability to *keep* a number, and it wants the probability to *drop* one. So
with `rate=0.2` it drops four of five. Pass `rate` on as it is."""

# fact: has nnx.Dropout(1.0 - rate, ...)

import jax
from flax import nnx


class Thinned(nnx.Module):
    """Dropout, and nothing else."""

    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.drop = nnx.Dropout(1.0 - rate, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(x)


def dropout_scaling(seed: int, x: jax.Array, rate: float) -> jax.Array:
    """`x` with a part of its numbers dropped, and the rest scaled up."""
    layer = Thinned(rate, rngs=nnx.Rngs(seed))
    return layer(x)
