"""Each layer is cloned in its adapter."""

from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    linears = [path for path, module in nnx.iter_modules(model) if type(module) is nnx.Linear]

    def adapted(path: tuple[Any, ...], node: Any) -> Any:
        if type(node) is not nnx.Linear:
            return node
        rngs = nnx.Rngs(seed + linears.index(path))
        return nnx.LoRA(node.in_features, rank, node.out_features, base_module=nnx.clone(node), rngs=rngs)

    wrapped = nnx.recursive_map(adapted, model)
    return {"y": wrapped(x), "model": wrapped}
