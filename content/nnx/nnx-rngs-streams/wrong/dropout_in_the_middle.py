"""All three numbers are there, in another order than the task asks for: both of `params` come first, and the
one of `dropout` last."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.dropout(), rngs.params()]
    return jnp.stack([jax.random.normal(key) for key in keys])
