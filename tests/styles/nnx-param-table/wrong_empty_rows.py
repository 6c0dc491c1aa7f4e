"""Parts without Params have a row with 0."""

from flax import nnx


def param_table(model, depth):
    table = {}
    for path, v in nnx.to_flat_state(nnx.state(model)):
        name = "/".join(map(str, path[:depth]))
        table[name] = table.get(name, 0) + (v.size if isinstance(v, nnx.Param) else 0)
    return table
