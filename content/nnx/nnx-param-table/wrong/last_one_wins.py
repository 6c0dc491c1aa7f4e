"""Several Params share a row, and each overwrites the one before it: the row has the size of the last one. Add to
what the row has already."""

# fact: has _[_] = _.size

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        name = "/".join(str(step) for step in path[:depth])
        table[name] = param.size
    return table
