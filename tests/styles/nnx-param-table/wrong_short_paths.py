# Mistake (subtle): a path that has fewer steps than depth is left out.
from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, leaf in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        if len(path) < depth:
            continue
        name = "/".join(str(step) for step in path[:depth])
        table[name] = table.get(name, 0) + leaf.size
    return table
