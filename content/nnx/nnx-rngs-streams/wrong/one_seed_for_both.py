"""The numbers are those of two streams with the same seed, `params_seed`. A stream's name does not go into its
keys, so the two hand out the very same ones, and the third number repeats the first. Give `dropout` its own
seed."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=params_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
