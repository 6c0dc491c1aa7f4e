"""The numbers are those of the seed's own key, `jax.random.key(seed)`, and of keys split from it. A stream
never hands that one out: its keys are made from it with the running count. Take the keys from the streams of
an `nnx.Rngs`."""

# fact: checks

import jax
import jax.numpy as jnp


def rngs_streams(params_seed, dropout_seed):
    params, dropout = jax.random.key(params_seed), jax.random.key(dropout_seed)
    keys = [params, jax.random.split(params)[0], dropout]
    return jnp.stack([jax.random.normal(key) for key in keys])
