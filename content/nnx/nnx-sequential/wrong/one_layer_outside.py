"""The Sequential has one of the two layers; the other is applied outside of it. The numbers are right, but the
model is only half of it, and so are its parameters. Make each layer a step of the chain."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu)
    return nnx.Linear(8, 1, rngs=rngs)(model(x))
