# Style: paths of JAX, without the step into the Variable.
import math

import jax
from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    _, params, _ = nnx.split(model, nnx.Param, ...)
    table: dict[str, int] = {}
    leaves = jax.tree_util.tree_leaves_with_path(params, is_leaf=lambda v: isinstance(v, nnx.Variable))
    for path, variable in leaves:
        steps = jax.tree_util.keystr(path, simple=True, separator="/").split("/")
        row = "/".join(steps[:depth])
        table[row] = table.get(row, 0) + math.prod(variable.shape)
    return table
