"""nnx.Linear with its own initializers."""

from flax import nnx


def linear_no_bias(seed, x, features):
    return nnx.Linear(x.shape[0], int(features), use_bias=False, rngs=nnx.Rngs(int(seed)))(x)
