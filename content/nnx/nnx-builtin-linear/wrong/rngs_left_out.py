"""The layer was built without `rngs`. It draws its kernel as it is built, and takes the keys for that from an
`nnx.Rngs`, which it must be given by name."""

# fact: checks

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(x.shape[1], features, kernel_init=nnx.initializers.normal(0.02), bias_init=nnx.initializers.ones)
    return layer(x)
