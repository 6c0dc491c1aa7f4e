"""An eval view beside the trainer

`view_modes(seed, x, y, steps)` trains a model whose first
BatchNorm is frozen: it comes from an earlier training,
and is to use its averages at all times. After each step
the model is evaluated. But from the second step on the
averages of the frozen layer MOVE. There is a second
fault: "served", the model for others, should be in eval
mode while "model" is trained further, but the two are
one object. Find out what the evaluation does to the
frozen layer, and mend both.

- Evaluation: all BatchNorms use their averages, with the
  weights as they are after that step.
- Training: `frozen` uses its averages, `live` normalises
  with the batch.
- How you evaluate is up to you. Keep Net, the optimizer
  and the names of the attributes.

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, 2)
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             one for each evaluation; "model", the trained
             model, in its training modes; and "served", a
             model in eval mode

The values are compared with the reference's. Besides, it
is checked that in "model" frozen has use_running_average
set and live has not; that in "served" both have; and that
all six Params and four BatchStats of the one are those of
the other, so that a later step reaches both.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.frozen = nnx.BatchNorm(
            d,
            momentum=0.5,
            use_running_average=True,
            rngs=rngs,
        )
        self.linear = nnx.Linear(d, 2, rngs=rngs)
        self.live = nnx.BatchNorm(2, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.live(self.linear(self.frozen(x)))


def error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> None:
    grads = nnx.grad(error)(model, x, y)
    optimizer.update(model, grads)


def view_modes(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(0.2), wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        step(model, optimizer, x, y)
        model.eval()
        losses.append(error(model, x, y))
        model.train()
    return {
        "losses": jnp.stack(losses),
        "model": model,
        "served": model,
    }
