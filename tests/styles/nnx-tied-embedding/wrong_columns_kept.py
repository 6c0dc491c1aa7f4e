# Mistake (subtle): the table is read outside of the Param when the model is built, so only the reading has a gradient.
import jax.numpy as jnp
from flax import nnx


class Language(nnx.Module):
    def __init__(self, vocab, d, *, rngs):
        self.embed = nnx.Embed(vocab, d, rngs=rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.bias = nnx.Param(jnp.zeros(vocab))
        self.columns = nnx.Variable(self.embed.embedding[...].T)

    def __call__(self, ids):
        hidden = nnx.tanh(self.mix(self.embed(ids)))
        return hidden @ self.columns + self.bias


def next_word_loss(model, ids):
    """The loss, and the logits beside it."""
    logits = model(ids[:-1])
    log_p = nnx.log_softmax(logits)
    hit = jnp.take_along_axis(log_p, ids[1:, None], axis=-1)
    return -hit.mean(), logits


def tied_embedding(seed, ids, vocab, d):
    model = Language(vocab, d, rngs=nnx.Rngs(seed))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def of_params(params):
        return next_word_loss(nnx.merge(graphdef, params, rest), ids)

    grads, logits = nnx.grad(of_params, has_aux=True)(params)
    return {"logits": logits, "embed": grads["embed"]["embedding"][...], "bias": grads["bias"][...]}
