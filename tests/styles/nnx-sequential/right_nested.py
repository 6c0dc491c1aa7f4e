"""A Sequential in a Sequential."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    inner = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu)
    return nnx.Sequential(inner, nnx.Linear(8, 1, rngs=rngs))(x)
