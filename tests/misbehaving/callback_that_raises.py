"""Raises in a callback from compiled code."""

import jax


def fault(x):
    raise ValueError("in the callback")


def replace_kernel(seed, x, features, replacement_value):
    return jax.jit(lambda x: jax.pure_callback(fault, x, x))(x).block_until_ready()
