"""Recursion through the pure dict."""

import jax
from flax import nnx


def param_table(model, depth):
    def rows(tree, path):
        if len(path) == depth or not isinstance(tree, dict):
            yield "/".join(path), sum(leaf.size for leaf in jax.tree.leaves(tree))
            return
        for step, part in tree.items():
            yield from rows(part, (*path, str(step)))

    return dict(rows(nnx.to_pure_dict(nnx.state(model, nnx.Param)), ()))
