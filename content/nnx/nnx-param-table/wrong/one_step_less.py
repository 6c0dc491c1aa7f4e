"""The last step of each path is cut off before the first ones are taken. A path that is shorter than `depth`
should be a row of its own, as it is."""

# fact: has path[:-1][:depth]

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        name = "/".join(str(step) for step in path[:-1][:depth])
        table[name] = table.get(name, 0) + param.size
    return table
