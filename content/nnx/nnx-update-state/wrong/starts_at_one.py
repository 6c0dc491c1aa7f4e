"""The numbers in the bias begin with 1.0, and the task begins with 0.0. `jnp.arange` with a single argument
starts at zero and stops before it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(1.0, features + 1.0)})
    return layer(x)
