"""An Rngs for each stream, prints."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    params, dropout = nnx.Rngs(params=int(params_seed)), nnx.Rngs(dropout=int(dropout_seed))
    print(params.params.count[...], dropout)
    out = [jax.random.normal(stream()) for stream in (params.params, params.params, dropout.dropout)]
    return jnp.asarray(out, dtype=jnp.float32)
