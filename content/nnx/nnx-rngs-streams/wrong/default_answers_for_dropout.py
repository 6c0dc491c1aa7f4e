"""The key for the third number did not come from a stream named `dropout`. Either its seed belongs to
`default`, which answers for every name that is missing, or the key was made by hand. The numbers agree, but
whatever asks this Rngs for `dropout` later would be told otherwise, or share its keys with others. Give the
seed its name, and ask that stream."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(int(dropout_seed), params=int(params_seed))
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
