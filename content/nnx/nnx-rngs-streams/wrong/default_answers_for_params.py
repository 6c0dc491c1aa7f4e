"""The first two keys did not come from a stream named `params`. Its seed was given without a name, so it
belongs to `default`, which answers for every name that is missing. The numbers agree today; but a misspelt
name, or a stream that you forgot, would now draw from the same sequence in silence. Give the seed its
name."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(int(params_seed), dropout=int(dropout_seed))
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
