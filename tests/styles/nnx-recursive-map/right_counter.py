"""The numbers by a dict, and isinstance of the exact type by a set."""

from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    count, numbers = 0, {}
    for path, module in nnx.iter_modules(model):
        if module.__class__ is nnx.Linear:
            numbers[path] = count
            count += 1

    def adapted(path, node):
        if path in numbers:
            d_in, d_out = node.kernel.shape
            return nnx.LoRA(d_in, rank, d_out, base_module=node, rngs=nnx.Rngs(seed + numbers[path]))
        return node

    wrapped = nnx.recursive_map(adapted, model)
    return {"y": wrapped(x), "model": wrapped}
