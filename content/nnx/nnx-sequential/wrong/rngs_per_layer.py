"""Each layer gets a new `nnx.Rngs` with the same seed, so both begin with its first key: their kernels are drawn from
the same random numbers. Make one `Rngs` and share it; every draw then has a key of its own."""

import jax
from flax import nnx


def sequential(seed, x):
    model = nnx.Sequential(
        nnx.Linear(3, 8, rngs=nnx.Rngs(int(seed))), nnx.relu, nnx.Linear(8, 1, rngs=nnx.Rngs(int(seed)))
    )
    return model(x)
