"""An einsum, and jax.grad of the params."""

import jax
import jax.numpy as jnp
from flax import nnx


class Language(nnx.Module):
    def __init__(self, vocab: int, d: int, *, rngs: nnx.Rngs):
        self.embed = nnx.Embed(vocab, d, rngs=rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.bias = nnx.Param(jnp.zeros(vocab))

    def __call__(self, ids: jax.Array) -> jax.Array:
        hidden = nnx.tanh(self.mix(self.embed(ids)))
        return jnp.einsum("td,vd->tv", hidden, self.embed.embedding[...]) + self.bias


def next_word_loss(model: Language, ids: jax.Array) -> tuple[jax.Array, jax.Array]:
    logits = model(ids[:-1])
    log_p = nnx.log_softmax(logits)
    return -jnp.take_along_axis(log_p, ids[1:, None], axis=-1).mean(), logits


def tied_embedding(seed: int, ids: jax.Array, vocab: int, d: int) -> dict[str, jax.Array]:
    model = Language(vocab, d, rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)
    grads = jax.grad(lambda params: next_word_loss(nnx.merge(graphdef, params), ids)[0])(params)
    return {
        "logits": model(ids[:-1]),
        "embed": grads["embed"]["embedding"][...],
        "bias": grads["bias"][...],
    }
