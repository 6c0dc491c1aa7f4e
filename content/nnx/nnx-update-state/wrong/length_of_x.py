"""The patch has one number for each input, and a bias needs one for each feature. `nnx.update` did not object,
because it compares no shapes; the layer does, as soon as it is called."""

# fact: has jnp.arange(_.shape[0], ...)

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(x.shape[0], dtype=jnp.float32)})
    return layer(x)
