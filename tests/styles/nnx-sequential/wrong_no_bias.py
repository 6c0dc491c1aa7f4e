"""No bias at the end, which shows in no number here, but the relu comes twice."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, use_bias=False, rngs=rngs), nnx.relu)
    return model(x)
