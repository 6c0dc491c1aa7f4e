"""A small network without a class of its own."""

import jax
from flax import nnx


def sequential(seed: int, x: jax.Array) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(3, 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, 1, rngs=rngs),
    )
    return model(x)
