"""The targets are made of the given model's own states."""

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
    graphdef, *states = nnx.split(model, nnx.Param, nnx.BatchStat)
    found = []
    for name, state in zip(("params", "stats"), states, strict=True):
        saver.save(f"{folder}/{name}", state)
        saver.wait_until_finished()
        shapes = jax.tree.map(lambda leaf: jax.ShapeDtypeStruct(leaf.shape, leaf.dtype), state)
        found.append(saver.restore(f"{folder}/{name}", shapes))
    restored = nnx.merge(graphdef, *found)
    return {"y": restored(x), "model": restored}
