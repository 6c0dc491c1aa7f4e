"""The seed is not used."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(1234))
    layer.kernel[...] = replacement_value
    return layer(x)
