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
    found = ocp.StandardCheckpointer().restore(path)
    depth = len(found["layers"])
    width = found["layers"]["0"]["kernel"].shape[1]
    graphdef, _ = nnx.split(nnx.eval_shape(lambda: Stack(width, depth, rngs=nnx.Rngs(0))))
    flat = {("layers", int(i), name): nnx.Param(a) for i, d in found["layers"].items() for name, a in d.items()}
    model = nnx.merge(graphdef, nnx.from_flat_state(flat))
    return {"y": model(x), "model": model}
