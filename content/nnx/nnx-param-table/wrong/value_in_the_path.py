"""The paths are those of `jax.tree_util`, which looks into each Variable, so they end in a step `value` that no
module knows. Take the paths from `nnx.to_flat_state`."""

# fact: has jax.tree_util.keystr(...)

import jax
from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in jax.tree_util.tree_leaves_with_path(nnx.state(model, nnx.Param)):
        name = jax.tree_util.keystr(path[:depth], simple=True, separator="/")
        table[name] = table.get(name, 0) + param.size
    return table
