"""The kernels are right, and the biases are in the state and have no part in the output: they would be trained in
vain. Call the layers; each adds its own."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Heads(nnx.Module):
    """To heads, each of them centred, and back."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        width = d // heads
        self.project = nnx.LinearGeneral(d, (heads, width), rngs=rngs)
        self.merge = nnx.LinearGeneral((heads, width), d, axis=(-2, -1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = jnp.einsum("nd,dhw->nhw", x, self.project.kernel[...])
        y = y - y.mean(axis=-1, keepdims=True)
        return jnp.einsum("nhw,hwd->nd", y, self.merge.kernel[...])


def linear_general_heads(seed: int, x: jax.Array, heads: int) -> jax.Array:
    """Each row of `x` through a fresh `Heads`."""
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
