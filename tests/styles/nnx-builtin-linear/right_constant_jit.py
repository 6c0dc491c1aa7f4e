"""A constant, the layer called under nnx.jit."""

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.constant(1.0),
        rngs=nnx.Rngs(int(seed)),
    )
    return nnx.jit(layer)(x)
