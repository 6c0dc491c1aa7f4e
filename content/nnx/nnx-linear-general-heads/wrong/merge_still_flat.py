"""`project` has an axis for the heads, and `merge` is still flat: its input is reshaped before it. It can take two
axes of its input at once: give it both lengths, and name both axes."""

# fact: checks

import jax
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        width = d // heads
        self.project = nnx.LinearGeneral(d, (heads, width), rngs=rngs)
        self.merge = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.project(x)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y.reshape(x.shape))


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
