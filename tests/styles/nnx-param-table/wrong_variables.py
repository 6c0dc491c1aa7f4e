# Mistake: all variables count, also means and keys.
from flax import nnx


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for path, leaf in nnx.to_flat_state(nnx.state(model, nnx.Variable)):
        name = "/".join(str(step) for step in path[:depth])
        table[name] = table.get(name, 0) + leaf.size
    return table
