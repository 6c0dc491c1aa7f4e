# the key is of the place in the text
import jax
import jax.numpy as jnp
import optax
from flax import nnx


def rotated(x: jax.Array) -> jax.Array:
    """Queries or keys of shape (T, heads, c), turned by their places."""
    t, _, c = x.shape
    speeds = 100.0 ** (-jnp.arange(0, c, 2) / c)
    angles = (jnp.arange(t)[:, None] * speeds)[:, None, :]
    even, odd = x[..., 0::2], x[..., 1::2]
    turned = (
        even * jnp.cos(angles) - odd * jnp.sin(angles),
        even * jnp.sin(angles) + odd * jnp.cos(angles),
    )
    return jnp.stack(turned, axis=-1).reshape(x.shape)


class Attention(nnx.Module):
    """Causal self-attention with rotated queries and keys."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.heads = heads
        self.qkv = nnx.Linear(d, 3 * d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        t, d = x.shape
        parts = jnp.split(self.qkv(x), 3, axis=-1)
        q, k, v = (part.reshape(t, self.heads, -1) for part in parts)
        scores = jnp.einsum("qhc,khc->hqk", rotated(q), rotated(k))
        scores = scores / (d // self.heads) ** 0.5
        past = jnp.tril(jnp.ones((t, t), bool))
        weights = nnx.softmax(jnp.where(past, scores, -jnp.inf))
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(t, d))


class Block(nnx.Module):
    """RMSNorm, attention, RMSNorm, SwiGLU."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.RMSNorm(d, rngs=rngs)
        self.attention = Attention(d, heads, rngs=rngs)
        self.norm2 = nnx.RMSNorm(d, rngs=rngs)
        self.gate = nnx.Linear(d, 2 * d, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(d, 2 * d, use_bias=False, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = x + self.attention(self.norm1(x))
        y = self.norm2(x)
        return x + self.down(nnx.silu(self.gate(y)) * self.up(y))


class LM(nnx.Module):
    """Ids of shape (T,), for any T, to logits of shape (T, vocab)."""

    def __init__(
        self,
        vocab: int,
        d: int,
        heads: int,
        layers: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.tokens = nnx.Embed(vocab, d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.norm = nnx.RMSNorm(d, rngs=rngs)

    def __call__(self, ids: jax.Array) -> jax.Array:
        x = self.tokens(ids)
        for block in self.blocks:
            x = block(x)
        return self.tokens.attend(self.norm(x))


ADAM = optax.adam(1e-2)


def loss_of(model: LM, ids: jax.Array) -> jax.Array:
    logits = model(ids)[:-1]
    return optax.softmax_cross_entropy_with_integer_labels(logits, ids[1:]).mean()


@nnx.jit
def step(
    model: LM,
    optimizer: nnx.Optimizer,
    ids: jax.Array,
) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, ids)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def next_token(model: LM, window: jax.Array, length: jax.Array, key: jax.Array) -> jax.Array:
    return jax.random.categorical(key, model(window)[length - 1])


def generate(
    model: LM,
    prompt: jax.Array,
    n: int,
    key: jax.Array,
) -> jax.Array:
    p = len(prompt)
    window = jnp.zeros(p + n, prompt.dtype).at[:p].set(prompt)
    for i in range(n):
        token = next_token(model, window, p + i, jax.random.fold_in(key, p + i))
        window = window.at[p + i].set(token)
    return window


def mini_lm(
    seed: int,
    ids: jax.Array,
    prompt: jax.Array,
    n: int,
    vocab: int,
    d: int,
    heads: int,
    layers: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = LM(vocab, d, heads, layers, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, ids) for _ in range(steps)]
    text = generate(model, prompt, n, jax.random.key(seed))
    return {"losses": jnp.array(losses), "text": text}
