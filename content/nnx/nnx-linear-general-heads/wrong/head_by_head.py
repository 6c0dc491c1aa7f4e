"""Each head has a small layer of its own. Then the kernels are drawn with other keys than before, and there are as
many of them as heads. One `nnx.LinearGeneral` holds all heads in one kernel."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        width = d // heads
        self.project = nnx.List([nnx.Linear(d, width, rngs=rngs) for _ in range(heads)])
        self.merge = nnx.LinearGeneral((heads, width), d, axis=(-2, -1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = jnp.stack([head(x) for head in self.project], axis=1)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y)


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
