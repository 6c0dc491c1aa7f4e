"""`nnx.initializers.normal` makes an initializer, and is none itself. The layer called it with a key, a shape
and a dtype, where it expects a standard deviation. Call it first, with your number, and pass on what comes
back."""

# fact: has nnx.Linear(..., kernel_init=nnx.initializers.normal)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal,
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
