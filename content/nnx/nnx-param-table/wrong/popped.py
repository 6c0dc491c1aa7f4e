"""`nnx.pop` takes what is no Param out of the model: the table is right, and the model has lost its averages and
keys. Give `nnx.state` a filter instead; it only looks."""

# fact: has nnx.pop(model, ...)

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    nnx.pop(model, lambda path, variable: not isinstance(variable, nnx.Param))
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model)):
        name = "/".join(str(step) for step in path[:depth])
        table[name] = table.get(name, 0) + param.size
    return table
