"""Gradient at a hidden layer

A Net sends x through a list of depth blocks and a head, and the
loss is the mean of (model(x) - y) ** 2. Do the gradients vanish
on their way back? Extend the classes and
perturb_grad(seed, x, y, depth), so that the function also
returns the gradient of the loss with respect to the OUTPUT OF
EACH BLOCK.

Use perturb and nnx.capture; one backward pass gives the
gradients of all blocks. The Net still returns its output alone.

seed     int
x        float32 array of shape (n, d)
y        float32 array of shape (n, 1): the targets
depth    int, 1 or more
returns  a dict: "loss", a float32 scalar, as now; "grads",
         float32 of shape (depth, n, 4): the gradient at the
         output of each block, in the order of the blocks

Checked, besides the values: nnx.capture is called.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return nnx.tanh(self.linear(h))


class Net(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        sizes = [d, *[4] * (depth - 1)]
        blocks = [Block(size, rngs=rngs) for size in sizes]
        self.blocks = nnx.List(blocks)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return self.head(x)


def perturb_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    # "grads" is missing.
    loss = jnp.mean((model(x) - y) ** 2)
    return {"loss": loss}
