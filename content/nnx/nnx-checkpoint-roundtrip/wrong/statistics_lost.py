"""The running statistics of the norm are those of a fresh `Net`: zeros and ones. Only Params went through the
file. The statistics were gathered in training, and belong to what a model holds."""

# fact: checks

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
    saver.save(f"{folder}/net", nnx.state(model, nnx.Param))
    saver.wait_until_finished()

    width = model.first.out_features
    graphdef, shapes, rest = nnx.split(nnx.eval_shape(lambda: Net(x.shape[1], width, rngs=nnx.Rngs(0))), nnx.Param, ...)
    rest["norm"]["mean"] = nnx.BatchStat(jax.numpy.zeros(width))
    rest["norm"]["var"] = nnx.BatchStat(jax.numpy.ones(width))
    restored = nnx.merge(graphdef, saver.restore(f"{folder}/net", shapes), rest)
    return {"y": restored(x), "model": restored}
