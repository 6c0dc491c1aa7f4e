"""The ids that are no padding are picked with a mask, so the array's length depends on their values, and under
`jax.jit` these are not known. Keep all vectors, and put zeros in place of those of padding."""

# fact: has for

import jax
import jax.numpy as jnp
from flax import nnx


def embed_oob(seed: int, ids: jax.Array, vocab: int) -> jax.Array:
    table = nnx.Embed(vocab, 3, rngs=nnx.Rngs(seed))
    rows = []
    for text in ids:
        words = text[text >= 0]
        vectors = table(jnp.where(words < vocab, words, 0))
        rows.append(vectors.sum(axis=0) / jnp.maximum(len(words), 1))
    return jnp.stack(rows)
