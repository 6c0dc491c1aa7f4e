"""Integer paths on disk

checkpoint_list_keys(path, x) loads a checkpoint and calls the
model that is in it. The folder path is all that there is: nested
dicts, {"layers": {0: {"kernel", "bias"}, 1: ...}}, of a Stack,
written with nnx.to_pure_dict. Neither its width nor its number
of layers is known before.

It reads the folder and builds a Stack of the right size. Then it
stops with an error. Repair it, so that every layer gets what was
saved for it, whatever the number of layers.

path     str: the absolute path of a checkpoint
x        float32 array of shape (n, d), where d is the width of
         the layers on disk
returns  a dict: "y", what the loaded Stack gives for x; "model",
         the loaded Stack, whose kernel and bias are Params as
         usual

The values are compared with the reference's.
"""

from typing import Any

import jax
import orbax.checkpoint as ocp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        layers = [nnx.Linear(d, d, rngs=rngs) for _ in range(depth)]
        self.layers = nnx.List(layers)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return x


def checkpoint_list_keys(path: str, x: jax.Array) -> dict[str, Any]:
    saver = ocp.StandardCheckpointer()
    found = saver.restore(path)
    # As many layers as there are on disk.
    model = Stack(
        x.shape[1],
        len(found["layers"]),
        rngs=nnx.Rngs(0),
    )
    nnx.update(model, found)
    return {"y": model(x), "model": model}
