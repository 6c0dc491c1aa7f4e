"""The third number is drawn with a key made by hand."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    first, second = rngs.params.normal(()), rngs.params.normal(())
    rngs.dropout()
    third = jax.random.normal(jax.random.fold_in(jax.random.key(int(dropout_seed)), 0))
    return jnp.stack([first, second, third])
