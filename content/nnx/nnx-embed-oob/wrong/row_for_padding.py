"""Padding has a row of its own behind the others. It never reaches the sum, so the numbers are right, but the
table has a row more than the vocabulary: it is saved, and counted as parameters. A mask needs no row."""

# fact: has nnx.Embed(vocab + 1, ...)

import jax
import jax.numpy as jnp
from flax import nnx


def embed_oob(seed: int, ids: jax.Array, vocab: int) -> jax.Array:
    table = nnx.Embed(vocab + 1, 3, rngs=nnx.Rngs(seed))
    real = ids >= 0
    vectors = table(jnp.where(real, jnp.where(ids < vocab, ids, 0), vocab))
    total = jnp.where(real[..., None], vectors, 0.0).sum(axis=1)
    count = jnp.maximum(real.sum(axis=1), 1)
    return total / count[:, None]
