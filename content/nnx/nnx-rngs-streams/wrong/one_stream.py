"""The numbers are those of one stream: a single seed without a name makes `default`, and every name that is not
there leads to it. The third number is then key number 2 of the same sequence, and the other seed is not used
at all. Name both streams where you build the Rngs."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
