"""A loop over the names; a shape of one, then joined."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    seeds = dict(params=int(params_seed), dropout=int(dropout_seed))
    rngs, drawn = nnx.Rngs(**seeds), []
    for name in ("params", "params", "dropout"):
        drawn.append(jax.random.normal(getattr(rngs, name)(), (1,)))
    return jnp.concatenate(drawn)
