"""Thinned is a Dropout."""

from flax import nnx


class Thinned(nnx.Dropout):
    pass


def dropout_scaling(seed, x, rate):
    return Thinned(rate, rngs=nnx.Rngs(seed))(x)
