"""The new kernel has another dtype than float32, which the old one had.

NumPy makes float64 where nothing else is said. A new Param, and `set_value`, keep whatever they are given;
jax rounds it at every use, and the numbers look right. Make the new array like the old one, in dtype as well
as in shape, or write it with [...], which converts."""

# fact: checks

import numpy as np
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.kernel.set_value(np.full(layer.kernel.shape, replacement_value))
    return layer(x)
