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
    # A new Net draws its weights, which are overwritten.
    params, stats = nnx.state(model, nnx.Param), nnx.state(model, nnx.Not(nnx.Param))
    saver = ocp.StandardCheckpointer()
    saver.save(f"{folder}/params", params)
    saver.save(f"{folder}/stats", stats)
    saver.wait_until_finished()
    net = Net(x.shape[1], model.first.out_features, rngs=nnx.Rngs(0))
    nnx.update(net, saver.restore(f"{folder}/params", params))
    nnx.update(net, saver.restore(f"{folder}/stats", stats))
    return {"y": net(x), "model": net}
