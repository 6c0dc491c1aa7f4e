"""`merge` has an axis for the heads, and `project` is still flat: its output is reshaped behind it.
`nnx.LinearGeneral` makes both axes itself, if `out_features` is a tuple."""

# fact: checks

import jax
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.heads = heads
        width = d // heads
        self.project = nnx.Linear(d, d, rngs=rngs)
        self.merge = nnx.LinearGeneral((heads, width), d, axis=(-2, -1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.project(x).reshape(len(x), self.heads, -1)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y)


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
