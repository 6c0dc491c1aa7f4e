"""Two with blocks, and pathlib paths."""

from pathlib import Path
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
    parts = {"params": nnx.Param, "stats": nnx.BatchStat}
    with ocp.StandardCheckpointer() as writer:
        for name, kind in parts.items():
            writer.save(Path(folder) / name, nnx.state(model, kind))
    restored = nnx.eval_shape(lambda: Net(x.shape[-1], model.last.in_features, rngs=nnx.Rngs(3)))
    with ocp.StandardCheckpointer() as reader:
        for name, kind in parts.items():
            nnx.update(restored, reader.restore(Path(folder) / name, nnx.state(restored, kind)))
    return {"y": restored(x), "model": restored}
