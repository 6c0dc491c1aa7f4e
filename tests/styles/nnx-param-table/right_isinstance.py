"""The whole state, and isinstance."""

import math
from collections import defaultdict

from flax import nnx


def param_table(model, depth):
    sizes = defaultdict(int)
    for path, v in nnx.to_flat_state(nnx.state(model)):
        if isinstance(v, nnx.Param):
            sizes["/".join([f"{s}" for s in path][:depth])] += math.prod(v.shape)
    return sizes
