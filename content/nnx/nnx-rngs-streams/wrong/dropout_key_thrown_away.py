"""The first two numbers are drawn with keys of `params`, and the third with no key of `dropout`: one was taken
from that stream, and it was not used. Draw each number with a key that its stream handed out."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    keys = [rngs.params(), rngs.params(), rngs.dropout()]
    keys[2] = jax.random.fold_in(jax.random.key(dropout_seed), 0)
    return jnp.stack([jax.random.normal(key) for key in keys])
