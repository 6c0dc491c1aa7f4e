"""Returns far more than was asked for."""

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jnp.zeros((int(features), 5_000_000))
