"""The layer was built with its own initializers: a kernel that is scaled to the number of inputs, and a bias
of zeros. Nobody told it what you want. Its constructor has an argument for each of the two."""

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        int(features),
        rngs=nnx.Rngs(int(seed)),
    )
    return layer(x)
