"""The keys are still text, as they come from the disk, and `nnx.update` looks for ints: so a `KeyError`. Turn them
into ints first; `nnx.restore_int_paths` does so."""

# fact: has nnx.update(model, found)
# fact: has not nnx.restore_int_paths(...)

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
    nnx.update(model, found)
    return {"y": model(x), "model": model}
