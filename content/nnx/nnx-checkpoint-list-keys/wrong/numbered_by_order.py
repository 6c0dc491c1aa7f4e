"""The entries were numbered in the order in which they come, and that is the order of text: number 2 became what
was saved as number 10. Turn each name itself into an int."""

# fact: has not nnx.restore_int_paths(...)
# fact: has enumerate(...)

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
    found = {"layers": dict(enumerate(found["layers"].values()))}
    model = Stack(x.shape[1], len(found["layers"]), rngs=nnx.Rngs(0))
    nnx.update(model, found)
    return {"y": model(x), "model": model}
