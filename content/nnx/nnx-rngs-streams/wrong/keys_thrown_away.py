"""Keys were taken from both streams, and the numbers were not drawn with them: they would be the same with
other keys. A key that is not used changes nothing but the count. Draw each number with a key that its stream
handed out."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    params, dropout = jax.random.key(params_seed), jax.random.key(dropout_seed)
    keys = [jax.random.fold_in(params, 0), jax.random.fold_in(params, 1), jax.random.fold_in(dropout, 0)]
    return jnp.stack([jax.random.normal(key) for key in keys])
