"""The kernel is half as large as it should be. `normal()` with empty parentheses has a standard deviation of
its own choosing, 0.01, and the task asks for 0.02. Put your number into the parentheses."""

# fact: has nnx.initializers.normal()

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
