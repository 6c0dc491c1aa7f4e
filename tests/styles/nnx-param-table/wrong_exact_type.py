"""Params of a subclass are left out."""

from flax import nnx


def param_table(model, depth):
    table = {}
    for path, v in nnx.to_flat_state(nnx.state(model)):
        if type(v) is nnx.Param:
            name = "/".join(map(str, path[:depth]))
            table[name] = table.get(name, 0) + v.size
    return table
