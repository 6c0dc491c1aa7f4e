"""The result holds the keys themselves. A key is not a random number yet; it tells a function which one to
draw. Draw a number with each of the three."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    return jnp.stack([key for key in keys])
