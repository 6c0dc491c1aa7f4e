"""With a target, when the depth is known."""

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
    depth = len(saver.restore(path)["layers"])
    model = Stack(x.shape[1], depth, rngs=nnx.Rngs(0))
    target = nnx.to_pure_dict(nnx.state(model))
    nnx.update(model, saver.restore(path, target))
    return {"y": model(x), "model": model}
