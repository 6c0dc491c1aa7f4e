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
    """A residual block; where the shape changes, its shortcut changes it as well."""

    def __init__(self, before: int, after: int, stride: int, *, rngs: nnx.Rngs):
        self.conv1 = conv(before, after, 3, stride, rngs=rngs)
        self.norm1 = norm(after, rngs=rngs)
        self.conv2 = conv(after, after, 3, 1, rngs=rngs)
        self.norm2 = norm(after, rngs=rngs)
        self.changes_shape = before != after or stride != 1
        if stride == 2:
            self.conv3 = conv(before, after, 1, stride, rngs=rngs)
            self.norm3 = norm(after, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        out = nnx.relu(self.norm1(self.conv1(x)))
        out = self.norm2(self.conv2(out))
        shortcut = self.norm3(self.conv3(x)) if out.shape != x.shape else x
        return nnx.relu(shortcut + out)


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
        self.block1 = Block(width, width, 1, rngs=rngs)
        self.block2 = Block(width, 2 * width, 2, rngs=rngs)
        self.head = nnx.Linear(2 * width, classes, rngs=rngs)

    def features(self, images: jax.Array) -> jax.Array:
        x = nnx.relu(self.stem_norm(self.stem(images)))
        return self.block2(self.block1(x))

    def __call__(self, images: jax.Array) -> jax.Array:
        return self.head(self.features(images).mean(axis=(1, 2)))


SGD = optax.sgd(0.1)


def loss_of(model: ResNet, images: jax.Array, labels: jax.Array) -> jax.Array:
    logits = model(images)
    return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()


@nnx.jit
def step(model: ResNet, optimizer: nnx.Optimizer, images: jax.Array, labels: jax.Array) -> jax.Array:
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
    model = ResNet(images.shape[-1], width, classes, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, SGD, wrt=nnx.Param)
    losses = [step(model, optimizer, images, labels) for _ in range(steps)]
    model.eval()
    logits, features = evaluate(model, images)
    return {"losses": jnp.array(losses), "logits": logits, "features": features}
