"""Computed without any module, by another formula."""

import jax.numpy as jnp


def param_shapes(seed, x, features):
    kernel, bias = jnp.zeros((x.shape[-1], int(features))), jnp.zeros(int(features))
    return jnp.array([*kernel.shape, *bias.shape, kernel.size + bias.size])
