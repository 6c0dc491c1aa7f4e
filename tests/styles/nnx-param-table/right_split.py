"""nnx.split and jax paths without their last step."""

import jax
from flax import nnx


def param_table(model, depth):
    _, params, _ = nnx.split(model, nnx.Param, ...)
    table = {}
    for path, leaf in jax.tree_util.tree_leaves_with_path(params):
        steps = jax.tree_util.keystr(path[:-1], simple=True, separator="/").split("/")
        name = "/".join(steps[:depth])
        table.setdefault(name, 0)
        table[name] += int(leaf.size)
    return table
