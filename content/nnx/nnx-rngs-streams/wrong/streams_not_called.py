"""`rngs.params` is the stream itself, and `jax.random.normal` wants a key. A stream gives one when it is
called: add the parentheses."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params, rngs.params, rngs.dropout]
    return jnp.stack([jax.random.normal(key) for key in keys])
