"""Unrolls a loop of thousands of steps."""

import jax
import jax.numpy as jnp


@jax.jit
def forward(x):
    x = jnp.outer(x, x)
    for _ in range(3000):
        x = jnp.sin(x) @ x
    return x


def replace_kernel(seed, x, features, replacement_value):
    return forward(x)
