"""There is no class of one's own."""

from flax import nnx


def dropout_scaling(seed, x, rate):
    return nnx.Dropout(rate, rngs=nnx.Rngs(seed))(x)
