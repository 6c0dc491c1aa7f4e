"""Zeroed at the start, and no gradient reaches the row: so it stays zero."""

import jax
import jax.numpy as jnp
from flax import nnx


class Embedding(nnx.Module):
    def __init__(self, vocab: int, d: int, pad: int, *, rngs: nnx.Rngs):
        drawn = jax.random.normal(rngs.params(), (vocab, d))
        self.table = nnx.Param(drawn.at[pad].set(0.0))
        self.pad = pad

    def __call__(self, ids: jax.Array) -> jax.Array:
        vectors = self.table[ids]
        return jnp.where((ids == self.pad)[..., None], jax.lax.stop_gradient(vectors), vectors)


def embed_scratch(seed: int, ids: jax.Array, vocab: int, d: int, pad: int) -> dict[str, jax.Array]:
    model = Embedding(vocab, d, pad, rngs=nnx.Rngs(seed))

    def loss(model):
        return jnp.sum((model(ids) - 1) ** 2)

    grads = nnx.grad(loss)(model)
    return {"vectors": model(ids), "grads": grads.table[...]}
