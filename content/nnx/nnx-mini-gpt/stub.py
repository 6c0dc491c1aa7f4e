"""Mini GPT: put a language model together

Attention, Block, the training step and `mini_gpt` are finished and
right. Write the model, and the loss that it is trained with.

    GPT(vocab, length, d, heads, layers, rngs=...) creates, in this
    order
      - a table of tokens and a table of positions, each an nnx.Embed
        with its default initializer, for vocab ids and for length
        places
      - as many Blocks as layers says
      - one last nnx.LayerNorm
    Called on ids of shape (T,), T at most length, it returns logits of
    shape (T, vocab). Row i is the guess of token i + 1, and depends on
    the tokens 0 to i alone. The head has no Params of its own: it is
    the table of tokens.
    next_token_loss(model, ids) is the mean cross-entropy of these
    guesses, over all tokens that have a guess.

`mini_gpt(seed, ids, vocab, d, heads, layers, steps)` trains on one
text.

    ids      int32 array of shape (T,), T at least 2
    others   ints; heads divides d; steps is 0 or more
    returns  a dict: "losses", float32 of shape (steps,), each before
             its step; "logits", float32 of shape (T, vocab), after the
             last

The values are compared with the reference's.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Attention(nnx.Module):
    """Self-attention with several heads."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.heads = heads
        self.qkv = nnx.Linear(d, 3 * d, rngs=rngs)
        self.out = nnx.Linear(d, d, rngs=rngs)

    def __call__(
        self,
        x: jax.Array,
        mask: jax.Array | None = None,
    ) -> jax.Array:
        t, d = x.shape
        parts = jnp.split(self.qkv(x), 3, axis=-1)
        q, k, v = (part.reshape(t, self.heads, -1) for part in parts)
        scores = jnp.einsum("qhc,khc->hqk", q, k) / (d // self.heads) ** 0.5
        if mask is not None:
            scores = jnp.where(mask, scores, -jnp.inf)
        mixed = jnp.einsum("hqk,khc->qhc", nnx.softmax(scores), v)
        return self.out(mixed.reshape(t, d))


class Block(nnx.Module):
    """A transformer block with its norms in front."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = Attention(d, heads, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(
        self,
        x: jax.Array,
        mask: jax.Array | None = None,
    ) -> jax.Array:
        x = x + self.attention(self.norm1(x), mask)
        return x + self.down(nnx.gelu(self.up(self.norm2(x))))


class GPT(nnx.Module):
    def __init__(
        self,
        vocab: int,
        length: int,
        d: int,
        heads: int,
        layers: int,
        *,
        rngs: nnx.Rngs,
    ):
        raise NotImplementedError("create the parts")

    def __call__(self, ids: jax.Array) -> jax.Array:
        raise NotImplementedError("from ids to logits")


def next_token_loss(model: GPT, ids: jax.Array) -> jax.Array:
    raise NotImplementedError("compare each guess with its token")


ADAM = optax.adam(1e-2)


@nnx.jit
def step(
    model: GPT,
    optimizer: nnx.Optimizer,
    ids: jax.Array,
) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(next_token_loss)(model, ids)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def forward(model: GPT, ids: jax.Array) -> jax.Array:
    return model(ids)


def mini_gpt(
    seed: int,
    ids: jax.Array,
    vocab: int,
    d: int,
    heads: int,
    layers: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = GPT(
        vocab,
        len(ids),
        d,
        heads,
        layers,
        rngs=nnx.Rngs(seed),
    )
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, ids) for _ in range(steps)]
    return {
        "losses": jnp.array(losses),
        "logits": forward(model, ids),
    }
