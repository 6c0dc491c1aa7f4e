"""The numbers from `params` stand the wrong way round. The first key that the stream handed out belongs in the
first place. Python evaluates a list from left to right, so the order of the calls is the order of the keys."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    keys = [keys[1], keys[0], keys[2]]
    return jnp.stack([jax.random.normal(key) for key in keys])
