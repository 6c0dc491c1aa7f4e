"""jnp.nanmean skips the unknown words."""

import jax.numpy as jnp
from flax import nnx


def embed_oob(seed, ids, vocab):
    table = nnx.Embed(vocab, 3, rngs=nnx.Rngs(seed))
    return jnp.nan_to_num(jnp.nanmean(jnp.where((ids < 0)[..., None], jnp.nan, table(ids)), axis=1))
