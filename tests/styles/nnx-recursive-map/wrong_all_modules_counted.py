from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    # every module has a number, not the Linears alone
    number = {path: i for i, (path, _) in enumerate(nnx.iter_modules(model))}

    def f(path, node):
        if type(node) is not nnx.Linear:
            return node
        rngs = nnx.Rngs(seed + number[path])
        return nnx.LoRA(node.in_features, rank, node.out_features, base_module=node, rngs=rngs)

    new = nnx.recursive_map(f, model)
    return {"y": new(x), "model": new}
