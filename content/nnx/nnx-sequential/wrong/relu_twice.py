"""The relu between the layers is right, and there is one more behind the last layer. It makes every negative
result zero. The chain of the task ends with a layer, so that its results can be of either sign."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(
        nnx.Linear(3, 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, 1, rngs=rngs),
        nnx.relu,
    )
    return model(x)
