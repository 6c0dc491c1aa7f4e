"""Sets a profile function that raises at once."""

import sys

import jax.numpy as jnp


def profile(frame, event, argument):
    raise RuntimeError("profiled")


def replace_kernel(seed, x, features, replacement_value):
    result = jnp.zeros(int(features))
    sys.setprofile(profile)
    return result
