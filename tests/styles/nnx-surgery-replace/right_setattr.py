"""By name, with NumPy float32 numbers."""

import numpy as np
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    kernel = vars(layer)["kernel"]
    vars(layer)  # looked at, not written
    layer.kernel = nnx.Param(np.full(kernel.shape, replacement_value, np.float32))
    return layer(x)
