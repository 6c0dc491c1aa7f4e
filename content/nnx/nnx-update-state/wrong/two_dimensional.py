"""The bias was patched with an array of two dimensions. `nnx.update` accepts every shape, and the sum is broadcast,
so the output has got an axis that nobody asked for. The bias has shape `(features,)`: patch it with just
that."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.update(layer, {"bias": jnp.arange(features)[None, :]})
    return layer(x)
