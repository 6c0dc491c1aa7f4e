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
    # Plain dicts of arrays are saved; what comes back is put where it belongs in the stand-ins.
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)
    saver = ocp.Checkpointer(ocp.StandardCheckpointHandler())
    saver.save(f"{folder}/params", args=ocp.args.StandardSave(nnx.to_pure_dict(params)))
    saver.save(f"{folder}/stats", args=ocp.args.StandardSave(nnx.to_pure_dict(rest)))

    def target(state: nnx.State) -> dict[str, Any]:
        return jax.tree.map(lambda a: jax.ShapeDtypeStruct(a.shape, a.dtype), nnx.to_pure_dict(state))

    abstract = nnx.eval_shape(lambda: Net(model.first.in_features, model.first.out_features, rngs=nnx.Rngs(0)))
    graphdef, new_params, new_rest = nnx.split(abstract, nnx.Param, ...)
    for name, state in (("params", new_params), ("stats", new_rest)):
        read = saver.restore(f"{folder}/{name}", args=ocp.args.StandardRestore(target(state)))
        nnx.replace_by_pure_dict(state, read)
    net = nnx.merge(graphdef, new_params, new_rest)
    return {"y": net(x), "model": net}
