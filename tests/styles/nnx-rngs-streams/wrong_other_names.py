"""Streams with other names."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(weights=int(params_seed), mask=int(dropout_seed))
    keys = [rngs.weights(), rngs.weights(), rngs.mask()]
    return jnp.stack([jax.random.normal(key) for key in keys])
