import pathlib
from typing import Any

import jax
import orbax.checkpoint as ocp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, width, rngs=rngs)
        self.norm = nnx.BatchNorm(
            width,
            use_running_average=True,
            rngs=rngs,
        )
        self.last = nnx.Linear(width, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.last(nnx.relu(self.norm(self.first(x))))


def checkpoint_roundtrip(
    model: Net,
    x: jax.Array,
    folder: str,
) -> dict[str, Any]:
    # The kinds are named, the paths are of pathlib, and jax.eval_shape gives the stand-ins.
    root = pathlib.Path(folder)
    kinds = {"params": nnx.Param, "stats": nnx.BatchStat}
    saver = ocp.StandardCheckpointer()
    for name, kind in kinds.items():
        saver.save(root / name, nnx.state(model, kind))
        saver.wait_until_finished()
    width = model.first.out_features
    shapes = jax.eval_shape(lambda: nnx.state(Net(x.shape[1], width, rngs=nnx.Rngs(0))))
    whole = nnx.merge_state(
        *(saver.restore(root / name, nnx.filter_state(shapes, kind)) for name, kind in kinds.items())
    )
    net = nnx.merge(nnx.graphdef(model), whole)
    return {"y": net(x), "model": net}
