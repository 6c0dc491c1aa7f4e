"""A `Net` was built with weights that were drawn, and then replaced by those of the file. For a large model that costs
time, and twice the memory. Let `nnx.eval_shape` build it."""

# fact: has not nnx.eval_shape(...)
# fact: has _.restore(...)

from typing import Any

import jax
import orbax.checkpoint as ocp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, width, rngs=rngs)
        self.norm = nnx.BatchNorm(width, use_running_average=True, rngs=rngs)
        self.last = nnx.Linear(width, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.last(nnx.relu(self.norm(self.first(x))))


def checkpoint_roundtrip(
    model: Net,
    x: jax.Array,
    folder: str,
) -> dict[str, Any]:
    saver = ocp.StandardCheckpointer()
    _, params, stats = nnx.split(model, nnx.Param, ...)
    saver.save(f"{folder}/params", params)
    saver.save(f"{folder}/stats", stats)
    saver.wait_until_finished()

    width = model.first.out_features
    abstract = Net(x.shape[1], width, rngs=nnx.Rngs(0))
    graphdef, params, stats = nnx.split(abstract, nnx.Param, ...)
    params = saver.restore(f"{folder}/params", params)
    stats = saver.restore(f"{folder}/stats", stats)
    restored = nnx.merge(graphdef, params, stats)
    return {"y": restored(x), "model": restored}
