"""The call is compiled, and the seed cast."""

from flax import nnx


@nnx.jit
def call(layer, x):
    return layer(x)


def dropout_scaling(seed, x, rate):
    return call(nnx.Dropout(float(rate), deterministic=False, rngs=nnx.Rngs(int(seed))), x)
