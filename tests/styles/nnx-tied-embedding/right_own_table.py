"""A Param of its own for the table, inside a class of its own."""

import jax
import jax.numpy as jnp
from flax import nnx


class Table(nnx.Module):
    def __init__(self, vocab, d, rngs):
        self.rows = nnx.Param(nnx.Embed(vocab, d, rngs=rngs).embedding[...])

    def read(self, ids):
        return self.rows[ids]

    def write(self, hidden):
        return hidden @ self.rows[...].T


class Model(nnx.Module):
    def __init__(self, vocab, d, rngs):
        self.table = Table(vocab, d, rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.bias = nnx.Param(jnp.zeros((vocab,)))

    def __call__(self, ids):
        return self.table.write(jnp.tanh(self.mix(self.table.read(ids)))) + self.bias[...]


def loss(model, ids):
    logits = model(ids[:-1])
    chosen = logits[jnp.arange(len(logits)), ids[1:]]
    return jnp.mean(jax.nn.logsumexp(logits, axis=-1) - chosen), logits


def tied_embedding(seed, ids, vocab, d):
    (_, logits), grads = nnx.value_and_grad(loss, has_aux=True)(Model(vocab, d, nnx.Rngs(seed)), ids)
    return {"logits": logits, "embed": grads.table.rows[...], "bias": grads.bias[...]}
