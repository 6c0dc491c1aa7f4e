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
    # The new Net is told to train: it takes the statistics of x.
    graphdef, params, stats = nnx.split(model, nnx.Param, ...)
    saver = ocp.StandardCheckpointer()
    saver.save(f"{folder}/params", params)
    saver.save(f"{folder}/stats", stats)
    saver.wait_until_finished()
    abstract = nnx.eval_shape(lambda: Net(x.shape[1], model.first.out_features, rngs=nnx.Rngs(0)))
    abstract.train()
    graphdef, params, stats = nnx.split(abstract, nnx.Param, ...)
    params = saver.restore(f"{folder}/params", params)
    stats = saver.restore(f"{folder}/stats", stats)
    net = nnx.merge(graphdef, params, stats)
    return {"y": net(x), "model": net}
