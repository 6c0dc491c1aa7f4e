"""A module of its own around the table."""

import jax
import jax.numpy as jnp
from flax import nnx


class Bag(nnx.Module):
    def __init__(self, vocab, rngs):
        self.table = nnx.Embed(vocab, 3, rngs=rngs)

    def __call__(self, ids):
        pad = ids < 0
        safe = jax.lax.select(pad | (ids >= self.table.num_embeddings), jnp.zeros_like(ids), ids)
        vectors = self.table(safe) * ~pad[..., None]
        return vectors.sum(-2) / jnp.maximum(1, (~pad).sum(-1, keepdims=True))


def embed_oob(seed, ids, vocab):
    return nnx.jit(lambda bag, ids: bag(ids))(Bag(vocab, nnx.Rngs(seed)), ids)
