"""Train the head only

diffstate_freeze(seed, x, y, lr, steps) should train the head of
a Net and leave its backbone frozen. It runs, and the head
learns. But the backbone moves: after the training its kernel is
not what it was, and a longer training takes it further away.
Yet its gradients are zero in every step.

Find out what moves it, and repair it:

- after the steps the backbone holds what it was drawn with, to
  the last bit;
- the head is trained as it is now, with the same
  optax.adamw(lr, weight_decay=0.1);
- the optimizer keeps its running means for the Params of the
  head and for no others.

seed     int
x        float32 array of shape (n, d)
y        float32 array of shape (n, out): the targets
lr       float, the learning rate
steps    int, 1 or more
returns  a dict: "losses", float32 of shape (steps,); "model",
         the trained Net

Checked, besides the values: the state of each nnx.Optimizer
that you build has running means for the head's kernel and bias
only. Whether you split, use a filter, or hand over the head
alone is up to you.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.Linear(d, 5, rngs=rngs)
        self.head = nnx.Linear(5, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.backbone(x)))


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    # No gradient for the backbone, so that it stays frozen.
    for param in (
        grads.backbone.kernel,
        grads.backbone.bias,
    ):
        param[...] = jnp.zeros_like(param)
    optimizer.update(model, grads)
    return loss


def diffstate_freeze(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    adamw = optax.adamw(lr, weight_decay=0.1)
    # The optimizer of the whole training.
    optimizer = nnx.Optimizer(model, adamw, wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {
        "losses": jnp.stack(losses),
        "model": model,
    }
