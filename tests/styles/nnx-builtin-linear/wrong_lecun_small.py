"""variance_scaling in place of normal."""

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=nnx.initializers.variance_scaling(0.02, "fan_in", "normal"),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
