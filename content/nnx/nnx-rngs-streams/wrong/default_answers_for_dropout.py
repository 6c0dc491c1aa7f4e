"""The key for the third number did not come from a stream named `dropout`. The numbers agree; but a stream of
another name, such as `default`, which answers for every name that is missing, would share its keys with
others. Give the seed its name, and ask that stream."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(dropout_seed, params=params_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
