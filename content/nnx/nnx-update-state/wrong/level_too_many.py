"""There is one level too many in the patch. NNX looks for an attribute of that name in the layer, finds none,
and refuses to make a dict of arrays a new one. The patch is nested as the module is: a layer that is the
whole model has its names at the top, without a "params" above them."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"params": {"bias": jnp.arange(features, dtype=jnp.float32)}})
    return layer(x)
