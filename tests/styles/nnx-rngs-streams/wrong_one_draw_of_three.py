"""One key, three numbers."""

import jax
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jax.random.normal(keys[0], (3,))
