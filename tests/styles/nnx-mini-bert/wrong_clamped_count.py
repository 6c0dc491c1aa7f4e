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

    def __call__(self, x: jax.Array) -> jax.Array:
        t, d = x.shape
        parts = jnp.split(self.qkv(x), 3, axis=-1)
        q, k, v = (part.reshape(t, self.heads, -1) for part in parts)
        scores = jnp.einsum("qhc,khc->hqk", q, k) / (d // self.heads) ** 0.5
        mixed = jnp.einsum("hqk,khc->qhc", nnx.softmax(scores), v)
        return self.out(mixed.reshape(t, d))


class Block(nnx.Module):
    """A transformer block with its norms in front."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = Attention(d, heads, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = x + self.attention(self.norm1(x))
        return x + self.down(nnx.gelu(self.up(self.norm2(x))))


class BERT(nnx.Module):
    """Ids of shape (T,) to logits of shape (T, vocab); the id `vocab` is the MASK."""

    def __init__(self, vocab: int, length: int, d: int, heads: int, layers: int, *, rngs: nnx.Rngs):
        self.mask_id = vocab
        self.tokens = nnx.Embed(vocab + 1, d, rngs=rngs)
        self.positions = nnx.Embed(length, d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.norm = nnx.LayerNorm(d, rngs=rngs)
        self.head = nnx.Linear(d, vocab, rngs=rngs)

    def __call__(self, ids: jax.Array) -> jax.Array:
        x = self.tokens(ids) + self.positions(jnp.arange(len(ids)))
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


ADAM = optax.adam(1e-2)


def loss_of(model: BERT, ids: jax.Array, hidden: jax.Array) -> jax.Array:
    """The mean cross-entropy over all hidden places, which the model does not see."""
    seen = jnp.where(hidden, model.mask_id, ids)
    logits = jax.vmap(model)(seen)
    losses = optax.softmax_cross_entropy_with_integer_labels(logits, ids)
    return (losses * hidden).sum() / len(ids)


score = nnx.jit(loss_of)


@nnx.jit
def step(model: BERT, optimizer: nnx.Optimizer, ids: jax.Array, hidden: jax.Array) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, ids, hidden)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def fill(model: BERT, ids: jax.Array, hidden: jax.Array) -> jax.Array:
    """The probabilities at all places, where the hidden tokens are not seen."""
    seen = jnp.where(hidden, model.mask_id, ids)
    return nnx.softmax(jax.vmap(model)(seen))


def mini_bert(
    seed: int,
    ids: jax.Array,
    hidden: jax.Array,
    vocab: int,
    d: int,
    heads: int,
    layers: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = BERT(vocab, ids.shape[1], d, heads, layers, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, ids, hidden) for _ in range(steps)]
    return {
        "losses": jnp.array(losses),
        "loss": score(model, ids, hidden),
        "filled": fill(model, ids, hidden),
    }
