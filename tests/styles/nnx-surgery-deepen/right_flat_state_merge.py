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
    # Work on paths: those after the gap are renamed.
    d = x.shape[-1]
    model = Stack(d, len(small.layers) + 1, rngs=nnx.Rngs(7))
    graphdef, _ = nnx.split(model)
    flat = {}
    for (name, i, leaf), v in nnx.to_flat_state(nnx.state(small)):
        flat[(name, i + (i >= at), leaf)] = nnx.Param(v[...])
    flat[("layers", at, "kernel")] = nnx.Param(jnp.identity(d))
    flat[("layers", at, "bias")] = nnx.Param(jnp.zeros((d,)))
    model = nnx.merge(graphdef, nnx.from_flat_state(flat))
    return {"model": model, "y": model(x)}
