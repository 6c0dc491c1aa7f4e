"""No key came from streams that are named `params` and `dropout`. The numbers agree, because a key depends on
seed and count alone. But the layers of Flax look for their streams by name, and each stream counts for you.
Build Rngs with these two names, and ask them."""

# fact: checks

import jax
import jax.numpy as jnp


def rngs_streams(params_seed, dropout_seed):
    params, dropout = jax.random.key(params_seed), jax.random.key(dropout_seed)
    keys = [jax.random.fold_in(params, 0), jax.random.fold_in(params, 1), jax.random.fold_in(dropout, 0)]
    return jnp.stack([jax.random.normal(key) for key in keys])
