"""Keys are taken and thrown away."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed))
    rngs.params(), rngs.params(), rngs.dropout()
    fold = jax.random.fold_in
    p, d = jax.random.key(int(params_seed)), jax.random.key(int(dropout_seed))
    return jnp.stack([jax.random.normal(key) for key in (fold(p, 0), fold(p, 1), fold(d, 0))])
