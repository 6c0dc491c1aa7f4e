"""Returns whole numbers."""

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jnp.full(int(features), x.sum() * replacement_value).astype("int32")
