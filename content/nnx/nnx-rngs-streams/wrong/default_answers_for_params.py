"""The first two keys did not come from a stream named `params`. The numbers agree today; but `default`, the
stream of a seed without a name, answers for every name that is missing, so a misspelt name, or a stream that
you forgot, would draw from the same sequence in silence. Give the seed its name."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
