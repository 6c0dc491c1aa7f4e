"""An initializer is a function, and this argument was given a plain number. The layer calls it with a key, a
shape and a dtype, and a number cannot be called. There are initializers that fill an array with a constant."""

# fact: has nnx.Linear(..., bias_init=1.0)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=1.0,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
