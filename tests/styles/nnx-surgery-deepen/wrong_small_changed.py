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
    # the clone is the old one, and small gets the layer
    d = x.shape[1]
    layer = nnx.Linear(d, d, rngs=nnx.Rngs(0))
    layer.kernel[...] = jnp.eye(d)
    model = small
    model.layers.insert(at, layer)
    return {"model": model, "y": model(x)}
