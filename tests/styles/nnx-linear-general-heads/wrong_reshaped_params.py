"""The shapes are those of the flat kernels, in the attributes of another name."""

import jax
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        width = d // heads
        self.to_heads = nnx.LinearGeneral(d, (heads, width), rngs=rngs)
        self.merge = nnx.LinearGeneral((heads, width), d, axis=(-2, -1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.to_heads(x)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y)


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
