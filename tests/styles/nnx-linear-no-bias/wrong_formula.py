"""No module."""

import jax
import jax.numpy as jnp
from flax import nnx


def linear_no_bias(seed, x, features):
    key = nnx.Rngs(int(seed)).params()
    return x @ (jax.random.normal(key, (x.shape[0], int(features))) / jnp.sqrt(x.shape[0]))
