# The layer keeps its own fork and gives it to Dropout in the call, under nnx.jit.
from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.stream = rngs.dropout.fork()
        self.drop = nnx.Dropout(rate=rate, deterministic=False)

    def __call__(self, x):
        return self.drop(x, rngs=self.stream)


@nnx.jit
def call(layer, x):
    return layer(x)


def dropout_scaling(seed, x, rate):
    return call(Thinned(rate, rngs=nnx.Rngs(seed)), x)
