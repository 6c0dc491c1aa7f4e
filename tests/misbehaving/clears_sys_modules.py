"""Empties sys.modules, and returns something wrong."""

import sys

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    sys.modules.clear()
    return jnp.zeros(int(features))
