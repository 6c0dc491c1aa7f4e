from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    # No recursive_map: new modules around the old Variables, and each attribute is looked at.
    new = nnx.clone(model, variables=False)
    adapters = {}
    for _, layer in nnx.iter_modules(new):
        if type(layer) is nnx.Linear:
            rngs = nnx.Rngs(seed + len(adapters))
            adapters[id(layer)] = nnx.LoRA(layer.in_features, rank, layer.out_features, base_module=layer, rngs=rngs)
    for _, parent in list(nnx.iter_modules(new)):
        if type(parent) in (nnx.Linear, nnx.LoRA):
            continue
        for name, child in list(vars(parent).items()):
            if id(child) in adapters:
                setattr(parent, name, adapters[id(child)])
    new = adapters.get(id(new), new)
    return {"y": new(x), "model": new}
