"""The layer was built with its own initializers: a kernel that is scaled to the number of inputs, and a bias of
zeros. Its constructor has an argument for each of the two."""

# fact: has not nnx.Linear(..., kernel_init=_)
# fact: has not nnx.Linear(..., bias_init=_)

from flax import nnx


def builtin_linear(seed, x, features):
    layer = nnx.Linear(
        x.shape[1],
        features,
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
