# Mistake (subtle): the bias is a plain array, so it has no Param and its gradient is taken by hand.
import jax
import jax.numpy as jnp
from flax import nnx


class Language(nnx.Module):
    def __init__(self, vocab, d, *, rngs):
        self.embed = nnx.Embed(vocab, d, rngs=rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, ids):
        return self.embed.attend(nnx.tanh(self.mix(self.embed(ids))))


def next_word_loss(model, ids):
    """The loss, and the logits beside it."""
    logits = model(ids[:-1])
    log_p = nnx.log_softmax(logits)
    hit = jnp.take_along_axis(log_p, ids[1:, None], axis=-1)
    return -hit.mean(), logits


def tied_embedding(seed, ids, vocab, d):
    model = Language(vocab, d, rngs=nnx.Rngs(seed))
    grads, logits = nnx.grad(next_word_loss, has_aux=True)(model, ids)
    of_logits = jax.nn.softmax(logits) - jax.nn.one_hot(ids[1:], vocab)
    return {"logits": logits, "embed": grads.embed.embedding[...], "bias": of_logits.mean(axis=0)}
