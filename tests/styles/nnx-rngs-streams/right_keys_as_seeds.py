"""The seeds are keys, a default stream besides."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(7, params=jax.random.key(int(params_seed)), dropout=jax.random.key(int(dropout_seed)))
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
