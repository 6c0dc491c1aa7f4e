"""A CheckpointManager keeps the steps."""

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
    graphdef, shapes = nnx.split(abstract)
    with ocp.CheckpointManager(folder) as manager:
        manager.save(1, args=ocp.args.StandardSave(nnx.state(model)))
        manager.wait_until_finished()
        state = manager.restore(1, args=ocp.args.StandardRestore(shapes))
    restored = nnx.merge(graphdef, state)
    return {"y": restored(x), "model": restored}
