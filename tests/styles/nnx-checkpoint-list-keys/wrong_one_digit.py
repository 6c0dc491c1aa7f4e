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
    model = Stack(x.shape[1], len(found["layers"]), rngs=nnx.Rngs(0))
    # subtle: the last digit only
    numbered = {int(key[-1]): arrays for key, arrays in found["layers"].items()}
    nnx.update(model, {"layers": numbered})
    return {"y": model(x), "model": model}
