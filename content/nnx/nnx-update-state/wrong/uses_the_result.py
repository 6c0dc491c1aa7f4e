"""`nnx.update` returns None, and None cannot be called. The layer that you passed is the one that was changed:
go on with that."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    layer = nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32)})
    return layer(x)
