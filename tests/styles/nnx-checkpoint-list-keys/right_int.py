"""A loop over the names, each turned into an int."""

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
    saver = ocp.StandardCheckpointer()
    found = saver.restore(path)
    model = Stack(x.shape[1], len(found["layers"]), rngs=nnx.Rngs(0))
    for name, held in found["layers"].items():
        layer = model.layers[int(name)]
        layer.kernel[...], layer.bias[...] = held["kernel"], held["bias"]
    return {"y": model(x), "model": model}
