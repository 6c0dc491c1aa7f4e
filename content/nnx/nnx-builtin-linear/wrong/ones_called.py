"""`nnx.initializers.ones` is an initializer already. Called here, it misses the key and the shape that the
layer would have given it. Pass the function itself, without parentheses."""

# fact: has nnx.Linear(..., bias_init=nnx.initializers.ones())

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02),
        bias_init=nnx.initializers.ones(),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
