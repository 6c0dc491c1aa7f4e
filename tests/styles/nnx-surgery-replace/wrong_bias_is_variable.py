"""The bias is a plain Variable."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = replacement_value
    layer.bias = nnx.Variable(layer.bias[...])
    return layer(x)
