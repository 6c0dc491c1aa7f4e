"""A size was given as a float, and a shape is made of whole numbers. Cast `features` with `int`."""

# fact: checks

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
