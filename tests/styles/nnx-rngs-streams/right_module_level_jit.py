"""A compiled draw for the file; keys from both streams."""

import jax
import jax.numpy as jnp
from flax import nnx


@jax.jit
def normal(key):
    return jax.random.normal(key)


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    return jnp.stack([normal(rngs.params()), normal(rngs.params()), normal(rngs.dropout())])
