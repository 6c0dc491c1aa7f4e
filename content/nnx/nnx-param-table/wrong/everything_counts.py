"""Averages, keys and counters are in the table as well. Only the Params should be: give `nnx.state` a filter."""

# fact: has not nnx.Param

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model)):
        name = "/".join(str(step) for step in path[:depth])
        table[name] = table.get(name, 0) + param.size
    return table
