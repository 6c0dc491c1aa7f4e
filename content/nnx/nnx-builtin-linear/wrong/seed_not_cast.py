"""`nnx.Rngs` was given the seed as it arrives, a float. It takes whole numbers: cast it with `int`."""

# fact: checks

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
