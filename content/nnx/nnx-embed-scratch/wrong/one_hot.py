"""The numbers are right, and they come from a product with one-hot rows: an array with a column for each word of
the vocabulary. Look the rows up by indexing with the ids."""

# fact: has jax.nn.one_hot(...)

import jax
import jax.numpy as jnp
from flax import nnx


class Embedding(nnx.Module):
    """A table of vectors; the id `pad` gives zeros and is never trained."""

    def __init__(self, vocab: int, d: int, pad: int, *, rngs: nnx.Rngs):
        self.table = nnx.Param(jax.random.normal(rngs.params(), (vocab, d)))
        self.pad = pad

    def __call__(self, ids: jax.Array) -> jax.Array:
        hot = jax.nn.one_hot(ids, self.table.shape[0])
        hot = hot.at[..., self.pad].set(0.0)
        return hot @ self.table[...]


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
