"""The result is no array. The task asks for one array of shape `(3,)`; make it with a function of `jnp`."""

# fact: checks

import jax
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return [jax.random.normal(key) for key in keys]
