import jax
import jax.numpy as jnp
import optax
from flax import nnx


def smaller(x: jax.Array) -> jax.Array:
    """Half the height and width: the largest of each two by two places."""
    return nnx.avg_pool(x, (2, 2), strides=(2, 2))


def larger(x: jax.Array) -> jax.Array:
    """Twice the height and width: each place becomes two by two."""
    return x.repeat(2, axis=1).repeat(2, axis=2)


class Stage(nnx.Module):
    """A convolution and a relu."""

    def __init__(self, before: int, after: int, *, rngs: nnx.Rngs):
        self.conv = nnx.Conv(before, after, (3, 3), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return nnx.relu(self.conv(x))


class UNet(nnx.Module):
    def __init__(self, channels: int, f: int, *, rngs: nnx.Rngs):
        self.down1 = Stage(channels, f, rngs=rngs)
        self.down2 = Stage(f, 2 * f, rngs=rngs)
        self.bottom = Stage(2 * f, 2 * f, rngs=rngs)
        self.up2 = Stage(2 * f + 2 * f, f, rngs=rngs)
        self.up1 = Stage(f + f, f, rngs=rngs)
        self.head = nnx.Conv(f, 1, (1, 1), rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        fine = self.down1(x)
        coarse = self.down2(smaller(fine))
        x = self.bottom(smaller(coarse))
        x = self.up2(jnp.concatenate([larger(x), coarse], axis=-1))
        x = self.up1(jnp.concatenate([larger(x), fine], axis=-1))
        return self.head(x)


ADAM = optax.adam(2e-2)


def loss_of(model: UNet, images: jax.Array, targets: jax.Array) -> jax.Array:
    return jnp.mean((model(images) - targets) ** 2)


@nnx.jit
def step(model: UNet, optimizer: nnx.Optimizer, images: jax.Array, targets: jax.Array) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, images, targets)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def forward(model: UNet, images: jax.Array) -> jax.Array:
    return model(images)


def unet(
    seed: int,
    images: jax.Array,
    targets: jax.Array,
    features: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = UNet(images.shape[-1], features, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, ADAM, wrt=nnx.Param)
    losses = [step(model, optimizer, images, targets) for _ in range(steps)]
    return {"losses": jnp.array(losses), "output": forward(model, images)}
