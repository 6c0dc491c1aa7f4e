"""The bias holds the right numbers, and what you return was computed without them. An output that is there does
not change with the layer, and a patch reaches only the layer that it was made to. Patch first, then call the
layer that was patched."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    y = layer(x)
    nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32)})
    return y
