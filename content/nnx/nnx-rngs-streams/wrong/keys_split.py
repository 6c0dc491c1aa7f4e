"""One key was taken from `params` and split in two. Splitting is how keys are multiplied in plain JAX, and it
gives other keys than a second call of the stream. Ask the stream twice."""

# fact: has jax.random.split(...)

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [*jax.random.split(rngs.params()), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
