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


def patches(image: jax.Array, patch: int) -> jax.Array:
    """The patches of an image of shape (height, width, channels), row by row, each as one row of numbers."""
    height, width, channels = image.shape
    tiles = image.reshape(height // patch, patch, width // patch, patch, channels)
    return tiles[::-1].swapaxes(1, 2).reshape(-1, patch * patch * channels)


class ViT(nnx.Module):
    """An image of shape (height, width, channels) to logits of shape (classes,)."""

    def __init__(
        self,
        shape: tuple[int, int, int],
        patch: int,
        d: int,
        heads: int,
        layers: int,
        classes: int,
        *,
        rngs: nnx.Rngs,
    ):
        height, width, channels = shape
        self.patch = patch
        self.embed = nnx.Linear(patch * patch * channels, d, rngs=rngs)
        self.positions = nnx.Embed((height // patch) * (width // patch), d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.norm = nnx.LayerNorm(d, rngs=rngs)
        self.head = nnx.Linear(d, classes, rngs=rngs)

    def __call__(self, image: jax.Array) -> jax.Array:
        x = self.embed(patches(image, self.patch))
        x = x + self.positions(jnp.arange(len(x)))
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x).mean(axis=0))


ADAM = optax.adam(1e-2)


def loss_of(model: ViT, images: jax.Array, labels: jax.Array) -> jax.Array:
    logits = jax.vmap(model)(images)
    return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()


@nnx.jit
def step(model: ViT, optimizer: nnx.Optimizer, images: jax.Array, labels: jax.Array) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, images, labels)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def forward(model: ViT, images: jax.Array) -> jax.Array:
    return jax.vmap(model)(images)


def vit(
    seed: int,
    images: jax.Array,
    labels: jax.Array,
    patch: int,
    d: int,
    heads: int,
    layers: int,
    classes: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = ViT(images.shape[1:], patch, d, heads, layers, classes, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, images, labels) for _ in range(steps)]
    return {"losses": jnp.array(losses), "logits": forward(model, images)}
