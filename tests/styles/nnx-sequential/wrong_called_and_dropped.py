"""The Sequential is called, and the layers give the answer."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    first, second = nnx.Linear(3, 8, rngs=rngs), nnx.Linear(8, 1, rngs=rngs)
    nnx.Sequential(first, nnx.relu, second)(x)
    return second(nnx.relu(first(x)))
