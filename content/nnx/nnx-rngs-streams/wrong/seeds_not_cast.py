"""A seed is a float, and a stream's seed is a whole number (or a key). Cast both with `int`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
