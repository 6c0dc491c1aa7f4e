# Style: a recursion over the nested pure dict.
import jax
from flax import nnx


def rows(tree, depth, path=()):
    if depth == 0 or not isinstance(tree, dict):
        yield path, sum(leaf.size for leaf in jax.tree.leaves(tree))
        return
    for name, part in tree.items():
        yield from rows(part, depth - 1, (*path, name))


def param_table(model: nnx.Module, depth: int) -> dict[str, int]:
    params = nnx.to_pure_dict(nnx.state(model, nnx.Param))
    return {"/".join(str(step) for step in path): size for path, size in rows(params, depth) if path}
