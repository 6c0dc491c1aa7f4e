"""Two Rngs without names."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(int(params_seed))
    keys = [rngs(), rngs(), nnx.Rngs(int(dropout_seed))()]
    return jnp.stack([jax.random.normal(key) for key in keys])
