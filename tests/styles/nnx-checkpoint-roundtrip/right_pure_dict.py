"""Plain dicts on disk, no targets, and nnx.update of an abstract Net."""

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
    saver.save(f"{folder}/params", nnx.to_pure_dict(nnx.state(model, nnx.Param)))
    saver.save(f"{folder}/stats", nnx.to_pure_dict(nnx.state(model, nnx.Not(nnx.Param))))
    saver.wait_until_finished()
    restored = nnx.eval_shape(lambda: Net(x.shape[1], model.first.kernel.shape[1], rngs=nnx.Rngs(0)))
    for name in ("params", "stats"):
        nnx.update(restored, saver.restore(f"{folder}/{name}"))
    return {"y": restored(x), "model": restored}
