"""A list that is unpacked."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    steps = [nnx.Linear(3, 8, rngs=rngs)]
    steps.append(nnx.relu)
    steps.append(nnx.Linear(8, 1, rngs=rngs))
    return nnx.Sequential(*steps)(x)
