"""The bias has another shape than `(features,)`. `nnx.update` accepts every shape, and the sum is broadcast, so
the output has got an axis that the task does not ask for. Patch the bias with an array of the shape that it
has."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32)[None, :]})
    return layer(x)
