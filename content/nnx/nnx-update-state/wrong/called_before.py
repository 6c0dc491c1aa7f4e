"""The patch is right, and what you return was computed without it: the layer was called before it was patched, or
another layer was patched than the one that you call. An output that is there does not change with the layer. Patch
first, then call the layer that was patched."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    y = layer(x)
    nnx.update(layer, {"bias": jnp.arange(int(features), dtype=jnp.float32)})
    return y
