"""Sorted by the number, with a with block."""

from typing import Any

import jax
import orbax.checkpoint as ocp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return x


def checkpoint_list_keys(path: str, x: jax.Array) -> dict[str, Any]:
    with ocp.StandardCheckpointer() as saver:
        found = saver.restore(path)
    names = sorted(found["layers"], key=int)
    model = Stack(x.shape[1], len(found["layers"]), rngs=nnx.Rngs(0))
    for layer, name in zip(model.layers, names, strict=True):
        layer.kernel = nnx.Param(found["layers"][name]["kernel"])
        layer.bias = nnx.Param(found["layers"][name]["bias"])
    return {"y": model(x), "model": model}
