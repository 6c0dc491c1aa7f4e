"""The new kernel comes from a second layer that was built for its shape."""

from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    fill = nnx.initializers.constant(replacement_value)
    other = nnx.Linear(x.shape[0], int(features), kernel_init=fill, rngs=nnx.Rngs(0))
    layer.kernel = other.kernel
    return layer(x)
