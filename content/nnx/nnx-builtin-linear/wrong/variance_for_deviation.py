"""The kernel's spread is not 0.02. The number in `normal` is the standard deviation itself: it is neither
squared, as a variance would be, nor divided by anything, such as the root of the number of inputs."""

# fact: has nnx.initializers.normal(_)
# fact: has not nnx.initializers.normal(0.02)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        kernel_init=nnx.initializers.normal(0.02**0.5),
        bias_init=nnx.initializers.ones,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
