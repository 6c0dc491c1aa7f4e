"""The kernel is cleared and the value added."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = layer.kernel * 0
    layer.kernel[...] += replacement_value
    return layer(x)
