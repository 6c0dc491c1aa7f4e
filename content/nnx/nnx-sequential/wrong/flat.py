"""The numbers are right, and the last axis is gone. The task asks for shape `(n, 1)`, one feature for each row,
as the last layer gives it."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))
    return model(x).squeeze(-1)
