"""No module at all."""

import jax
import jax.numpy as jnp
from flax import nnx


def multi_param_forward(seed, x, features):
    key = nnx.Rngs(int(seed)).params()
    return x @ (jax.random.normal(key, (x.shape[0], int(features))) / jnp.sqrt(x.shape[0])) + jnp.zeros(int(features))
