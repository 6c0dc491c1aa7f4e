"""A list of clones."""

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
    d = x.shape[-1]
    layers = [nnx.clone(layer) for layer in small.layers]
    same = nnx.Linear(d, d, kernel_init=lambda key, shape, dtype: jnp.eye(d, dtype=dtype), rngs=nnx.Rngs(1))
    deep = Stack(d, 0, rngs=nnx.Rngs(0))
    deep.layers = nnx.List([*layers[:at], same, *layers[at:]])
    return {"model": deep, "y": deep(x)}
