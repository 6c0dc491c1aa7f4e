"""Whose gradient is it?

Two towers make vectors, one of images, one of texts. The
image tower is trained already and LOCKED. The text tower is
to learn to give for a text the vector of its image.
`wrong_argument(seed, images, texts, lr, steps)` trains it.

The symptom: the loss does not fall, it grows. With a
smaller rate it grows more slowly. Find the cause, and mend
it.

- In each step the text tower takes one step of
  optax.sgd(lr), downhill.
- The image tower stays as it was built, to the last bit.
- Towers, loss and optimizer are the right ones, and so is
  the way in which the towers are built.

    seed     int
    images   float32 array of shape (n, d)
    texts    float32 array of shape (n, d); row i belongs
             to image i
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "image" and
             "text", the two towers after the last step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

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
    return jnp.mean((image(images) - text(texts)) ** 2)


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
