"""The first two numbers are equal, so they were drawn with one key: a key that was kept and used twice does
that, and so do Rngs that are built again for the second draw. Build them once, and ask for a key before each
draw."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params()] * 2 + [rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
