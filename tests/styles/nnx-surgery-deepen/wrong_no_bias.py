"""The new layer has no bias."""

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
    d = x.shape[1]
    passes_on = nnx.Linear(d, d, use_bias=False, rngs=nnx.Rngs(0))
    passes_on.kernel[...] = jnp.eye(d)
    deep = nnx.clone(small)
    deep.layers.insert(at, passes_on)
    return {"model": deep, "y": deep(x)}
