"""`nnx.Rngs` takes one seed by position, that of `default`. Two streams are told apart by their names, so each
seed comes as a keyword argument."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params_seed, dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
