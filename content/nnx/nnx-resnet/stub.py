"""A small ResNet

The program trains a ResNet of two blocks, and all of it has the size of
the image and `width` channels. Extend it: the SECOND block shall halve
height and width and double the channels.

In that block the first convolution has stride 2 and makes 2 * width
channels. The shortcut has to change its shape as well: by a convolution
of size 1 with the same stride, and a norm behind it. Make both with the
functions `conv` and `norm`, after the other four layers of the block.
The first block stays as it is, and so does the order in which the parts
of the model are created. The head reads what the second block gives.

`resnet(seed, images, labels, width, classes, steps)` trains the model.

    images   float32 array of shape (n, height, width, channels); sizes
             may be odd
    labels   int32 array of shape (n,)
    others   ints; steps is 0 or more
    returns  a dict, all float32: "losses", of shape (steps,), each
             before its step; then, in evaluation mode, "logits", of
             shape (n, classes), and "features", what the second block
             gives

The values are compared with the reference's. Besides, it is checked
that no Params were created that the output does not depend on: the
first block has two convolutions, the whole model six.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def conv(
    before: int,
    after: int,
    size: int,
    stride: int,
    *,
    rngs: nnx.Rngs,
) -> nnx.Conv:
    """A square convolution without a bias."""
    return nnx.Conv(
        before,
        after,
        (size, size),
        stride,
        use_bias=False,
        rngs=rngs,
    )


def norm(channels: int, *, rngs: nnx.Rngs) -> nnx.BatchNorm:
    return nnx.BatchNorm(channels, momentum=0.7, rngs=rngs)


class Block(nnx.Module):
    def __init__(self, channels: int, *, rngs: nnx.Rngs):
        self.conv1 = conv(channels, channels, 3, 1, rngs=rngs)
        self.norm1 = norm(channels, rngs=rngs)
        self.conv2 = conv(channels, channels, 3, 1, rngs=rngs)
        self.norm2 = norm(channels, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        out = nnx.relu(self.norm1(self.conv1(x)))
        out = self.norm2(self.conv2(out))
        return nnx.relu(x + out)


class ResNet(nnx.Module):
    def __init__(
        self,
        channels: int,
        width: int,
        classes: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.stem = conv(channels, width, 3, 1, rngs=rngs)
        self.stem_norm = norm(width, rngs=rngs)
        self.block1 = Block(width, rngs=rngs)
        self.block2 = Block(width, rngs=rngs)
        self.head = nnx.Linear(width, classes, rngs=rngs)

    def features(self, images: jax.Array) -> jax.Array:
        x = nnx.relu(self.stem_norm(self.stem(images)))
        return self.block2(self.block1(x))

    def __call__(self, images: jax.Array) -> jax.Array:
        return self.head(self.features(images).mean(axis=(1, 2)))


SGD = optax.sgd(0.1)


def loss_of(
    model: ResNet,
    images: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    logits = model(images)
    return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()


@nnx.jit
def step(
    model: ResNet,
    optimizer: nnx.Optimizer,
    images: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    """One step of training; the loss before it."""
    loss, grads = nnx.value_and_grad(loss_of)(model, images, labels)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def evaluate(model: ResNet, images: jax.Array) -> tuple[jax.Array, jax.Array]:
    return model(images), model.features(images)


def resnet(
    seed: int,
    images: jax.Array,
    labels: jax.Array,
    width: int,
    classes: int,
    steps: int,
) -> dict[str, jax.Array]:
    model = ResNet(
        images.shape[-1],
        width,
        classes,
        rngs=nnx.Rngs(seed),
    )
    optimizer = nnx.Optimizer(model, SGD, wrt=nnx.Param)
    losses = [step(model, optimizer, images, labels) for _ in range(steps)]
    model.eval()
    logits, features = evaluate(model, images)
    return {
        "losses": jnp.array(losses),
        "logits": logits,
        "features": features,
    }
