"""Asks jax for an array larger than any memory."""

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jnp.ones((10**6, 10**7))
