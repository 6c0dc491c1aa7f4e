"""Drawn in a jitted function that gets the Rngs."""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def draw(rngs):
    return jnp.stack([jax.random.normal(rngs.params()), jax.random.normal(rngs.params()), rngs.dropout.normal(())])


def rngs_streams(params_seed, dropout_seed):
    return draw(nnx.Rngs(dropout=int(dropout_seed), params=int(params_seed)))
