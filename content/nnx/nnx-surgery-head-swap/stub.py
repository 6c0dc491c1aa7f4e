"""New head, old backbone

surgery_head_swap(seed, x, old, new, lr, steps) trains a Net on
the targets old, and that works. Extend it by a second stage:

1. After the first steps, give the model a new head, an
   nnx.Linear for as many outputs as new has, drawn with
   nnx.Rngs(seed + 1). The backbone stays as it was trained.
2. Train ALL Params of that model for as many steps more, on the
   targets new, with the same optax.adam(lr). This stage begins
   as a training of its own: Adam knows nothing of the first.

seed     int
x        float32 array of shape (n, d)
old      float32 array of shape (n, a): targets of stage one
new      float32 array of shape (n, b): those of stage two;
         b may be a
lr       float, the learning rate
steps    int, 1 or more: the steps of each stage
returns  a dict: "first" and "second", the losses of the two
         stages, of shape (steps,); "model", the Net after both,
         which holds a backbone and one head

The values are compared with the reference's.

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
        self.backbone = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.backbone(x)))


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return loss


def train(model, optimizer, x, y, steps):
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return jnp.stack(losses)


def surgery_head_swap(
    seed: int,
    x: jax.Array,
    old: jax.Array,
    new: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], old.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    first = train(model, optimizer, x, old, steps)
    # The second stage is missing.
    return {"first": first, "model": model}
