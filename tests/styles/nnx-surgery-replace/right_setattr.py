"""By name, with NumPy float32 numbers."""

import numpy as np
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    for name in ["kernel"]:
        old = getattr(layer, name)
        setattr(layer, name, nnx.Param(np.full(old.shape, replacement_value, old.dtype)))
    return layer(x)
