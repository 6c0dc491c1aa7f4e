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
    number = {path: i for i, path in enumerate(linears)}

    def f(path, node):
        if type(node) is not nnx.Linear:
            return node
        rngs = nnx.Rngs(seed + number[path])
        return nnx.LoRA(node.out_features, rank, node.in_features, base_module=node, rngs=rngs)

    new = nnx.recursive_map(f, model)
    return {"y": new(x), "model": new}
