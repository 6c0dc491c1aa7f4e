"""The constructor takes the probability to keep, and turns it round."""

from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, keep, *, rngs):
        self.drop = nnx.Dropout(1.0 - keep, rngs=rngs)

    def __call__(self, x):
        return self.drop(x)


def dropout_scaling(seed, x, rate):
    return Thinned(1.0 - rate, rngs=nnx.Rngs(seed))(x)
