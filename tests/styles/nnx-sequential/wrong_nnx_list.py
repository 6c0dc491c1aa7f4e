"""An nnx.List and a loop."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    steps = nnx.List([nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs)])
    for step in steps:
        x = step(x)
    return x
