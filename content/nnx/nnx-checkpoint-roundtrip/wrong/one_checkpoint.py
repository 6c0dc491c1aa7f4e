"""All that the model holds went into one checkpoint, so the statistics cannot be replaced without the Params. Split
`model` in two, by the filters `nnx.Param` and `...`, and save each state at its own path."""

# fact: has nnx.state(model)

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
    saver.wait_until_finished()

    width = model.first.out_features
    graphdef, shapes = nnx.split(nnx.eval_shape(lambda: Net(x.shape[1], width, rngs=nnx.Rngs(0))))
    restored = nnx.merge(graphdef, saver.restore(f"{folder}/params", shapes))
    return {"y": restored(x), "model": restored}
