"""The output is right, and the layer still has its old bias: the numbers were added beside it. The next caller
of the layer does not get them. Put them into the bias, and let the layer add it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return layer(x) + jnp.arange(features, dtype=jnp.float32)
