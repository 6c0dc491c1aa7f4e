"""A flat copy is kept beside."""

import jax
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        width = d // heads
        self.old = nnx.Linear(d, d, rngs=nnx.Rngs(0))
        self.project = nnx.LinearGeneral(d, (heads, width), rngs=rngs)
        self.merge = nnx.LinearGeneral((heads, width), d, axis=(-2, -1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.project(x)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y)


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
