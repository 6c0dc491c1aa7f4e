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
    # One checkpointer for each part, each closed by its with block; the abstract model itself is filled.
    statistics = nnx.Not(nnx.Param)
    with ocp.StandardCheckpointer() as saver:
        saver.save(folder + "/params", nnx.state(model, nnx.Param))
    with ocp.StandardCheckpointer() as saver:
        saver.save(folder + "/stats", nnx.state(model, statistics))

    def build() -> Net:
        return Net(x.shape[-1], model.first.out_features, rngs=nnx.Rngs(params=7))

    net = nnx.eval_shape(build)
    with ocp.StandardCheckpointer() as saver:
        for part, kind in (("params", nnx.Param), ("stats", statistics)):
            nnx.update(net, saver.restore(f"{folder}/{part}", nnx.state(net, kind)))
    return {"y": net(x), "model": net}
