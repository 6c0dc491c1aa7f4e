"""What remains is divided by the rate."""

import jax
from flax import nnx


class Thinned(nnx.Module):
    """Dropout, and nothing else."""

    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.drop = nnx.Dropout(rate, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(x) * (1 - self.drop.rate) / max(self.drop.rate, 1e-3)


def dropout_scaling(seed: int, x: jax.Array, rate: float) -> jax.Array:
    """`x` with a part of its numbers dropped, and the rest scaled up."""
    layer = Thinned(rate, rngs=nnx.Rngs(seed))
    return layer(x)
