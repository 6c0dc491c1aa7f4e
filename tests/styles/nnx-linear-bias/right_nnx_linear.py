"""nnx.Linear with both initializers: it takes its keys in this order."""

from flax import nnx


def linear_bias(seed, x, features):
    normal = nnx.initializers.normal
    layer = nnx.Linear(
        x.shape[-1],
        int(features),
        kernel_init=normal(x.shape[-1] ** -0.5),
        bias_init=normal(1.0),
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
