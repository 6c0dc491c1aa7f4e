"""The last layer has no bias."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, use_bias=False, rngs=rngs))
    return model(x)
