"""The string is cut, not the path."""

from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, param in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        name = "/".join(str(step) for step in path)[: 8 * depth]
        table[name] = table.get(name, 0) + param.size
    return table
