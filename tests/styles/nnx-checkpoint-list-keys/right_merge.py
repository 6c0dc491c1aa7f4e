"""By split and merge."""

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
    found = nnx.restore_int_paths(saver.restore(path))
    model = Stack(x.shape[1], len(found["layers"]), rngs=nnx.Rngs(0))
    graphdef, state = nnx.split(model)
    nnx.replace_by_pure_dict(state, found)
    model = nnx.merge(graphdef, state)
    return {"y": model(x), "model": model}
