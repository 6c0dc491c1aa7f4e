"""Prints, and casts twice."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(float(seed))))
    print(layer)
    layer.kernel[...] *= 0
    layer.kernel[...] += replacement_value
    return layer(x)
