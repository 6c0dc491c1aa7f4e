"""The row is set to zero in a copy of the table, in each call."""

import jax
import jax.numpy as jnp
from flax import nnx


class Embedding(nnx.Module):
    """A table of vectors; the id `pad` gives zeros and is never trained."""

    def __init__(self, vocab: int, d: int, pad: int, *, rngs: nnx.Rngs):
        self.table = nnx.Param(jax.random.normal(rngs.params(), (vocab, d)))
        self.pad = pad

    def __call__(self, ids: jax.Array) -> jax.Array:
        return jnp.take(self.table.at[self.pad].set(0.0), ids, axis=0)


def embed_scratch(seed: int, ids: jax.Array, vocab: int, d: int, pad: int) -> dict[str, jax.Array]:
    """The vectors of `ids`, and what a loss on them says to the table."""
    model = Embedding(vocab, d, pad, rngs=nnx.Rngs(seed))

    def loss(model: Embedding) -> jax.Array:
        return jnp.sum((model(ids) - 1) ** 2)

    grads = nnx.grad(loss)(model)
    return {
        "vectors": model(ids),
        "grads": grads.table[...],
    }
