"""Returns infinity everywhere."""

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jnp.full(int(features), -jnp.inf)
