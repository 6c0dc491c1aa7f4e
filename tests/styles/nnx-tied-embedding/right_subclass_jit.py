# Style: a subclass of Embed is the writer and the reader, and holds the bias; the model has a property head.
import jax.numpy as jnp
from flax import nnx


class Tied(nnx.Embed):
    def scores(self, hidden, bias):
        return hidden @ self.embedding.T + bias


class Language(nnx.Module):
    def __init__(self, vocab, d, *, rngs):
        self.embed = Tied(vocab, d, rngs=rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.bias = nnx.Param(nnx.initializers.zeros(rngs.params(), (vocab,), jnp.float32))

    @property
    def head(self):
        return lambda hidden: self.embed.scores(hidden, self.bias[...])

    def __call__(self, ids):
        return self.head(nnx.tanh(self.mix(self.embed(ids))))


def next_word_loss(model, ids):
    """The loss, and the logits beside it."""
    logits = model(ids[:-1])
    log_p = nnx.log_softmax(logits)
    hit = jnp.take_along_axis(log_p, ids[1:, None], axis=-1)
    return -hit.mean(), logits


@nnx.jit
def run(model, ids):
    (_, logits), grads = nnx.value_and_grad(next_word_loss, has_aux=True)(model, ids)
    return nnx.state(grads), logits


def tied_embedding(seed, ids, vocab, d):
    state, logits = run(Language(vocab, d, rngs=nnx.Rngs(seed)), ids)
    pure = nnx.to_pure_dict(state)
    return {"logits": logits, "embed": pure["embed"]["embedding"], "bias": pure["bias"]}
