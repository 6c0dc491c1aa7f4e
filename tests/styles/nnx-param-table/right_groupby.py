"""itertools.groupby over the sorted paths."""

from itertools import groupby

from flax import nnx


def param_table(model, depth):
    flat = list(nnx.to_flat_state(nnx.state(model, nnx.Param)))
    rows = groupby(flat, key=lambda pair: pair[0][:depth])
    return {"/".join(str(s) for s in path): sum(p.size for _, p in some) for path, some in rows}
