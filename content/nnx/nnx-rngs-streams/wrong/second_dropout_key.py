"""The number from `dropout` was drawn with the second key of that stream: one was handed out before and is
lost. Each call moves the count on, also one that was made to have a look."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    keys = [rngs.params(), rngs.params(), (rngs.dropout(), rngs.dropout())[1]]
    return jnp.stack([jax.random.normal(key) for key in keys])
