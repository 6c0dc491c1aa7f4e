"""The whole state as plain arrays, and back."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    arrays = nnx.to_pure_dict(nnx.state(layer))
    arrays["kernel"] = jnp.full_like(arrays["kernel"], replacement_value)
    nnx.update(layer, arrays)
    return layer(x)
