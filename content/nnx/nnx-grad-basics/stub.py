"""Gradients are a tree

`train_clipped(seed, x, y, hidden, lr, max_norm, steps)`
trains a small network by gradient descent. One row of y
is far off, its gradient is huge, and the first steps
throw the model far away. Extend it: no step is taken
with gradients that are too long.

The LENGTH of the gradients (their global norm) is one
number: the square root of the sum of the squares of ALL
numbers in ALL gradients of the model. If it is larger
than max_norm, all gradients are scaled by the same
factor, so that together they have the length max_norm.
If it is not, they stay as they are.

    seed      int
    x         float32 array of shape (n, in)
    y         float32 array of shape (n, out)
    hidden    int, the width of the hidden layer
    lr        float, the learning rate
    max_norm  float above 0, the greatest length
    steps     int, 1 or more
    returns   float32 array of shape (steps,): the
              losses, each measured before its step

The model, the loss and the step need no change.

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, d_in, hidden, d_out, *, rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def train_clipped(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    hidden: int,
    lr: float,
    max_norm: float,
    steps: int,
) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=rngs)

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        moved = jax.tree.map(
            lambda p, g: p - lr * g,
            nnx.state(model),
            nnx.state(grads),
        )
        nnx.update(model, moved)
    return jnp.stack(losses)
