"""The arrays were put in the place of the Params: the numbers are right, and the layers have no Param any more.
Write into the Params, with brackets or with `nnx.update`."""

# fact: has _.kernel = _

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
    for i, layer in enumerate(model.layers):
        layer.kernel = found["layers"][i]["kernel"]
        layer.bias = found["layers"][i]["bias"]
    return {"y": model(x), "model": model}
