"""The numbers are those of a kernel of zeros: it was patched as well, and the task leaves it as it was drawn. A
patch may be as small as you like: what it does not mention stays."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32), "kernel": jnp.zeros_like(layer.kernel)})
    return layer(x)
