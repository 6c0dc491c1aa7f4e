"""The Sequential ends before the second layer, which is then applied from outside. The numbers are right, but the
model is only half of it, and so are its parameters. Make the second layer the last step of the chain."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu)
    return nnx.Linear(8, 1, rngs=rngs)(model(x))
