"""CheckpointManagers keep the steps."""

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
    abstract = nnx.eval_shape(lambda: Net(x.shape[1], model.first.out_features, rngs=nnx.Rngs(0)))
    graphdef, *targets = nnx.split(abstract, nnx.Param, ...)
    _, *states = nnx.split(model, nnx.Param, ...)
    found = []
    for name, state, target in zip(["params", "stats"], states, targets, strict=True):
        with ocp.CheckpointManager(f"{folder}/{name}") as manager:
            manager.save(1, args=ocp.args.StandardSave(state))
            manager.wait_until_finished()
            found.append(manager.restore(1, args=ocp.args.StandardRestore(target)))
    restored = nnx.merge(graphdef, *found)
    return {"y": restored(x), "model": restored}
