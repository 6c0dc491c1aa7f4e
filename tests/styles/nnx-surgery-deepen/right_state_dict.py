"""The states go by path into a new Stack."""

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
    d, depth = x.shape[1], len(small.layers)
    layers = nnx.to_pure_dict(nnx.state(small))["layers"]
    moved = {number + int(number >= at): held for number, held in layers.items()}
    moved[at] = {"kernel": jnp.eye(d), "bias": jnp.zeros(d)}
    deep = Stack(d, depth + 1, rngs=nnx.Rngs(0))
    nnx.update(deep, {"layers": moved})
    return {"model": deep, "y": deep(x)}
