"""The dropout key is made by hand."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    keys = [rngs.params(), rngs.params(), jax.random.fold_in(jax.random.key(int(dropout_seed)), 0)]
    return jnp.stack([jax.random.normal(key) for key in keys])
