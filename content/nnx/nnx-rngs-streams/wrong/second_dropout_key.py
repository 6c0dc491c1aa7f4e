"""The number from `dropout` is that of the second key of the stream: one was handed out before and is lost.
Each call moves the count on, also one that was made to have a look."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), (rngs.dropout(), rngs.dropout())[1]]
    return jnp.stack([jax.random.normal(key) for key in keys])
