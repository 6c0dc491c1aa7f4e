"""copy.deepcopy, then a Param for the kernel."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def surgery_deepen(small: Stack, x: jax.Array, at: int) -> dict[str, Any]:
    import copy

    deep = copy.deepcopy(small)
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(at))
    layer.kernel = nnx.Param(jnp.identity(x.shape[1]))
    deep.layers.insert(at, layer)
    return {"model": deep, "y": deep(x)}
