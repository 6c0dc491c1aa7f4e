"""Subtle: the first checkpoint holds everything, the second the statistics once more."""

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
    saver.save(f"{folder}/params", nnx.state(model))
    saver.save(f"{folder}/stats", nnx.state(model, nnx.BatchStat))
    saver.wait_until_finished()
    abstract = nnx.eval_shape(lambda: Net(x.shape[1], model.first.out_features, rngs=nnx.Rngs(0)))
    graphdef, target = nnx.split(abstract)
    restored = nnx.merge(graphdef, saver.restore(f"{folder}/params", target))
    nnx.update(restored, saver.restore(f"{folder}/stats", nnx.state(abstract, nnx.BatchStat)))
    return {"y": restored(x), "model": restored}
