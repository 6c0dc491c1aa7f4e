"""The loss is turned round."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Tower(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d, 6, rngs=rngs)
        self.out = nnx.Linear(6, 3, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def distance(
    image: Tower,
    text: Tower,
    images: jax.Array,
    texts: jax.Array,
) -> jax.Array:
    return -jnp.mean((image(images) - text(texts)) ** 2)


@nnx.jit
def step(
    image: Tower,
    text: Tower,
    optimizer: nnx.Optimizer,
    images: jax.Array,
    texts: jax.Array,
) -> jax.Array:
    gradient = nnx.value_and_grad(distance)
    loss, grads = gradient(image, text, images, texts)
    optimizer.update(text, grads)
    return loss


def wrong_argument(
    seed: int,
    images: jax.Array,
    texts: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    image = Tower(images.shape[1], rngs=nnx.Rngs(seed))
    text = Tower(texts.shape[1], rngs=nnx.Rngs(seed + 1))
    optimizer = nnx.Optimizer(text, optax.sgd(lr), wrt=nnx.Param)
    losses = [step(image, text, optimizer, images, texts) for _ in range(steps)]
    return {
        "losses": jnp.stack(losses),
        "image": image,
        "text": text,
    }
