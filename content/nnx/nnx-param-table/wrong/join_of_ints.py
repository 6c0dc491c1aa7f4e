"""A path holds ints where it goes through a list, and `join` takes strings only. Turn each step into a string."""

# fact: has "/".join(path[:depth])

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        name = "/".join(path[:depth])
        table[name] = table.get(name, 0) + param.size
    return table
