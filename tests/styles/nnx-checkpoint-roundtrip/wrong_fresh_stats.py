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
    # Subtle: the statistics are restored from the wrong place, those of a fresh norm are used.
    saver = ocp.StandardCheckpointer()
    saver.save(f"{folder}/params", nnx.state(model, nnx.Param))
    saver.save(f"{folder}/stats", nnx.state(model, nnx.BatchStat))
    saver.wait_until_finished()
    abstract = nnx.eval_shape(lambda: Net(x.shape[1], model.first.out_features, rngs=nnx.Rngs(0)))
    graphdef, params, _ = nnx.split(abstract, nnx.Param, ...)
    params = saver.restore(f"{folder}/params", params)
    fresh = nnx.BatchNorm(model.first.out_features, rngs=nnx.Rngs(0))
    net = nnx.merge(graphdef, params, nnx.State({"norm": nnx.state(fresh, nnx.BatchStat)}))
    return {"y": net(x), "model": net}
