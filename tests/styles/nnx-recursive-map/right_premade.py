"""The adapters are made first."""

from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    adapters = {}
    for path, layer in nnx.iter_modules(model):
        if type(layer) is nnx.Linear:
            rngs = nnx.Rngs(int(seed) + len(adapters))
            adapters[path] = nnx.LoRA(layer.in_features, rank, layer.out_features, base_module=layer, rngs=rngs)

    def adapted(path, node):
        return adapters.get(path, node) if isinstance(node, nnx.Module) else node

    wrapped = nnx.recursive_map(adapted, model)
    return {"y": wrapped(x), "model": wrapped}
