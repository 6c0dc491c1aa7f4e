# the loss calls the model on all but the last token; the mask is made by Flax; one-hot targets
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
        self.tokens = nnx.Embed(vocab, d, rngs=rngs)
        self.places = nnx.Embed(length, d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.norm = nnx.LayerNorm(d, rngs=rngs)

    def __call__(self, ids: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(ids, dtype=bool)
        x = self.tokens(ids)
        x += self.places(jnp.arange(ids.size))
        for block in self.blocks:
            x = block(x, mask=mask)
        return self.norm(x) @ self.tokens.embedding.T


def next_token_loss(model: GPT, ids: jax.Array) -> jax.Array:
    targets = jax.nn.one_hot(ids[1:], model.tokens.num_embeddings)
    guesses = nnx.log_softmax(model(ids[:-1]))
    return -jnp.sum(targets * guesses) / (ids.size - 1)


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
