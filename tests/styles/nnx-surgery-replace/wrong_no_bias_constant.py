"""No bias, and an initializer."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    fill = nnx.initializers.constant(replacement_value)
    return nnx.Linear(x.shape[0], int(features), use_bias=False, kernel_init=fill, rngs=nnx.Rngs(0))(x)
