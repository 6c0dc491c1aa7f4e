"""Turns jit off, and would be done in time with it."""

import jax

jax.config.update("jax_disable_jit", True)

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jax.lax.fori_loop(0, 10**6, lambda _, total: total + 1.0, jnp.zeros(int(features)))
