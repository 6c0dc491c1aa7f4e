# the token has no position
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

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        """The output, and the weights of shape (heads, T, T): who looks at whom."""
        t, d = x.shape
        parts = jnp.split(self.qkv(x), 3, axis=-1)
        q, k, v = (part.reshape(t, self.heads, -1) for part in parts)
        scores = jnp.einsum("qhc,khc->hqk", q, k) / (d // self.heads) ** 0.5
        weights = nnx.softmax(scores)
        mixed = jnp.einsum("hqk,khc->qhc", weights, v)
        return self.out(mixed.reshape(t, d)), weights


class Block(nnx.Module):
    """A transformer block with its norms in front."""

    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = Attention(d, heads, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        change, weights = self.attention(self.norm1(x))
        x = x + change
        return x + self.down(nnx.gelu(self.up(self.norm2(x)))), weights


def patches(image: jax.Array, patch: int) -> jax.Array:
    """The patches of an image, row by row, each as one row of numbers."""
    height, width, channels = image.shape
    tiles = image.reshape(
        height // patch,
        patch,
        width // patch,
        patch,
        channels,
    )
    return tiles.swapaxes(1, 2).reshape(-1, patch * patch * channels)


class ViT(nnx.Module):
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
        count = (height // patch) * (width // patch)
        self.positions = nnx.Embed(count + 1, d, rngs=rngs)
        self.blocks = nnx.List([Block(d, heads, rngs=rngs) for _ in range(layers)])
        self.norm = nnx.LayerNorm(d, rngs=rngs)
        self.head = nnx.Linear(d, classes, rngs=rngs)
        self.token = nnx.Param(nnx.initializers.normal(0.02)(rngs.params(), (d,)))

    def __call__(self, image: jax.Array) -> tuple[jax.Array, jax.Array]:
        x = self.embed(patches(image, self.patch))
        x = x + self.positions(jnp.arange(1, len(x) + 1))
        x = jnp.concatenate([self.token[None], x])
        for block in self.blocks:
            x, weights = block(x)
        return self.head(self.norm(x)[0]), weights[:, 0, 1:]


ADAM = optax.adam(1e-2)


def loss_of(model: ViT, images: jax.Array, labels: jax.Array) -> jax.Array:
    logits, _ = jax.vmap(model)(images)
    return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()


@nnx.jit
def step(
    model: ViT,
    optimizer: nnx.Optimizer,
    images: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, images, labels)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def forward(model: ViT, images: jax.Array) -> tuple[jax.Array, jax.Array]:
    return jax.vmap(model)(images)


def vit_cls(
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
    model = ViT(
        images.shape[1:],
        patch,
        d,
        heads,
        layers,
        classes,
        rngs=nnx.Rngs(seed),
    )
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, images, labels) for _ in range(steps)]
    logits, looks = forward(model, images)
    return {
        "losses": jnp.array(losses),
        "logits": logits,
        "looks": looks,
    }
