"""Another function."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.tanh, nnx.Linear(8, 1, rngs=rngs))
    return model(x)
