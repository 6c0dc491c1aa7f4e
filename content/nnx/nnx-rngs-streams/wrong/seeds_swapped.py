"""The numbers are those of two streams that have each other's seed. `params` is seeded with the first argument
and `dropout` with the second."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=dropout_seed, dropout=params_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
