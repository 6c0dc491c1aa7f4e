"""A text of padding only is divided by its number of words, zero by zero, and comes out as NaN. Divide by at least
1."""

# fact: has not jnp.maximum(...)
# fact: has real.sum(...)

import jax
import jax.numpy as jnp
from flax import nnx


def embed_oob(seed: int, ids: jax.Array, vocab: int) -> jax.Array:
    table = nnx.Embed(vocab, 3, rngs=nnx.Rngs(seed))
    real = ids >= 0
    vectors = table(jnp.where(real & (ids < vocab), ids, 0))
    total = jnp.where(real[..., None], vectors, 0.0).sum(axis=1)
    count = real.sum(axis=1)
    return total / count[:, None]
