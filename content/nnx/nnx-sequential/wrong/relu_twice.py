"""The numbers are right where they are positive, and 0 everywhere else: a relu comes after the last layer. The
chain of the task ends with a layer, so that its results can be of either sign."""

# fact: checks

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(3, 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, 1, rngs=rngs),
        nnx.relu,
    )
    return model(x)
