"""One layer too many, which shifts nothing but counts."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(3, 8, rngs=rngs)
    second = nnx.Linear(8, 1, rngs=rngs)
    third = nnx.Linear(1, 1, rngs=rngs, kernel_init=nnx.initializers.ones)
    return nnx.Sequential(first, nnx.relu, second, third)(x)
