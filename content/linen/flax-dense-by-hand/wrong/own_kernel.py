"""The kernel was drawn here and did not come from the params, so it is a different one.

The Dense draws with an initializer and a key of its own making. The task is about the arrays that `init` returned:
read them from there, and draw nothing yourself.
"""
# fact: has jax.random.normal

import jax
import jax.numpy as jnp


def dense_by_hand(seed, x, features):
    kernel = jax.random.normal(jax.random.key(seed), (x.shape[1], features))
    return x @ kernel + jnp.zeros(features)
