"""One table to read and to write

The small language model below reads with the table `embed` and
writes with a linear head of its own. Extend it, so that it
writes with the table as well:

- the score of a word is the product of the hidden vector with
  the row of that word, plus a bias for that word;
- the biases are an nnx.Param at the attribute `bias`, of shape
  (vocab,), and begin as zeros;
- there is no other table and no head.

`tied_embedding(seed, ids, vocab, d)` takes the loss of
predicting each next word, and its gradients.

    seed     int
    ids      int32 array of shape (t + 1,), each below vocab
    vocab    int, the number of words
    d        int, the width
    returns  a dict: "logits", float32 of shape (t, vocab), for
             all ids but the last; "embed", the gradient of the
             loss with respect to the table, (vocab, d); "bias",
             that with respect to the biases, (vocab,)

The values are compared with the reference's. Besides, it is
checked that in each module that your function builds every
Variable is reached by one path; and that the largest holds
vocab * d + d * d + d + vocab numbers in its Params.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Language(nnx.Module):
    def __init__(self, vocab: int, d: int, *, rngs: nnx.Rngs):
        self.embed = nnx.Embed(vocab, d, rngs=rngs)
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.head = nnx.Linear(d, vocab, rngs=rngs)

    def __call__(self, ids: jax.Array) -> jax.Array:
        hidden = nnx.tanh(self.mix(self.embed(ids)))
        return self.head(hidden)


def next_word_loss(
    model: Language,
    ids: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    """The loss, and the logits beside it."""
    logits = model(ids[:-1])
    log_p = nnx.log_softmax(logits)
    hit = jnp.take_along_axis(log_p, ids[1:, None], axis=-1)
    return -hit.mean(), logits


def tied_embedding(
    seed: int,
    ids: jax.Array,
    vocab: int,
    d: int,
) -> dict[str, jax.Array]:
    model = Language(vocab, d, rngs=nnx.Rngs(seed))
    # With has_aux, what stands beside the loss comes back as well.
    of_model = nnx.grad(next_word_loss, has_aux=True)
    grads, logits = of_model(model, ids)
    return {
        "logits": logits,
        "embed": grads.embed.embedding[...],
        "bias": grads.head.bias[...],
    }
