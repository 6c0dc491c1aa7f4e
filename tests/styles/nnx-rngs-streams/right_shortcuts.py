"""The streams draw by themselves, dropout first."""

import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    last = rngs.dropout.normal(())
    first, second = rngs.params.normal(()), rngs.params.normal(())
    return jnp.array([first, second, last])
