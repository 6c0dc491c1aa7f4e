"""A layer whose bias is patched after it was built."""

import jax
import jax.numpy as jnp
from flax import nnx


def update_state(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The output on `x` of an `nnx.Linear` with the bias 0, 1, 2, ..."""
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32)})
    return layer(x)
