from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    # First wrap, then draw the matrices in the order of iter_modules.
    made = []

    def wrap(path, node):
        if type(node) is nnx.Linear:
            node = nnx.LoRA(node.in_features, rank, node.out_features, base_module=node, rngs=nnx.Rngs(0))
            made.append(node)
        return node

    new = nnx.recursive_map(wrap, model)
    i = 0
    for _, module in nnx.iter_modules(new):
        if any(module is lora for lora in made):
            base = module.base_module
            drawn = nnx.LoRA(base.in_features, rank, base.out_features, rngs=nnx.Rngs(seed + i))
            module.lora_a[...] = drawn.lora_a[...]
            i += 1
    return {"y": new(x), "model": new}
