"""A Counter."""

from collections import Counter

from flax import nnx


def param_table(model, depth):
    table = Counter()
    for path, param in nnx.to_flat_state(nnx.state(model, nnx.Param)):
        table["/".join(map(str, path[:depth]))] += param[...].size
    return dict(table)
