"""Keys from two named streams of one Rngs."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed: int, dropout_seed: int) -> jax.Array:
    """A normal number for each of: `params` key 0, `params` key 1, `dropout` key 0."""
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([jax.random.normal(key) for key in keys])
