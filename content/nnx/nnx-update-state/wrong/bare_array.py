"""The output is right, and the bias is no Param any more: assigning an array to the attribute throws the
wrapper away. No optimizer will ever touch this bias again, and nothing says so. Change what the Param holds,
not what the attribute is."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer.bias = jnp.arange(features, dtype=jnp.float32)
    return layer(x)
