"""Another width."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 4, rngs=rngs), nnx.relu, nnx.Linear(4, 1, rngs=rngs))
    return model(x)
