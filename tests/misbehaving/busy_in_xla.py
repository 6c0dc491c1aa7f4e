"""Has XLA count for ever."""

import jax
import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jax.lax.while_loop(lambda x: x.sum() != jnp.pi, lambda x: x * 1.0001, x).block_until_ready()
