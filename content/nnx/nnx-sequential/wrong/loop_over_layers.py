"""A Sequential is built, and never called: its steps are called one by one from outside. It does that itself:
it is a module with a call of its own, which also looks after steps that return several values. Call the
model, not its layers."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))
    for step in model.layers:
        x = step(x)
    return x
