"""A new structure with the same Variables, and then assignments by path."""

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
    wrapped = nnx.merge(*nnx.split(model))
    for number, path in enumerate(linears):
        parent = wrapped
        for step in path[:-1]:
            parent = parent[step] if isinstance(step, int) else getattr(parent, step)
        name = path[-1]
        layer = parent[name] if isinstance(name, int) else getattr(parent, name)
        lora = nnx.LoRA(layer.in_features, rank, layer.out_features, base_module=layer, rngs=nnx.Rngs(seed + number))
        if isinstance(name, int):
            parent[name] = lora
        else:
            setattr(parent, name, lora)
    return {"y": wrapped(x), "model": wrapped}
