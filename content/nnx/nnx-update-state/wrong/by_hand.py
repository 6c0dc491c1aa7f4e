"""The bias is patched, and the answer does not come out of a call of the layer: it was computed beside it.
Another type of layer would need another formula. The layer can do its own arithmetic: call it."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(features, dtype=jnp.float32)})
    return x @ layer.kernel + layer.bias
