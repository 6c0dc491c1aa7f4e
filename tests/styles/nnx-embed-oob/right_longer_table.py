"""Padding gets a row of zeros behind the table."""

import jax.numpy as jnp
from flax import nnx


def embed_oob(seed, ids, vocab):
    table = nnx.Embed(vocab, 3, rngs=nnx.Rngs(seed))
    rows = jnp.concatenate([table.embedding[...], jnp.zeros((1, 3))])
    ids = jnp.where(ids >= vocab, 0, ids)
    total = rows[jnp.where(ids < 0, vocab, ids)].sum(1)
    return total / jnp.maximum((ids >= 0).sum(1), 1)[:, None]
