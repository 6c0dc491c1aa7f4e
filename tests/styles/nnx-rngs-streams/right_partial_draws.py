"""Draws with shapes that are taken off again; the streams in a helper."""

import jax
import jax.numpy as jnp
from flax import nnx


def draw(stream, n):
    return [jax.random.normal(stream(), ()) for _ in range(n)]


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(dropout=int(dropout_seed), params=int(params_seed))
    return jnp.array(draw(rngs.params, 2) + draw(rngs.dropout, 1))
