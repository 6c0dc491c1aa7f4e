"""The numbers are those of two layers that both begin with the first key of the seed, as with a new `nnx.Rngs`
for each: their kernels are drawn from the same random numbers. Make one `Rngs` and share it; every draw then
has a key of its own."""

# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=nnx.Rngs(seed)), nnx.relu, nnx.Linear(8, 1, rngs=nnx.Rngs(seed)))
    return model(x)
