"""When the optimizer held the model

The code below is an NNX program of 2024. Port
`old_optimizer(seed, x, y, lr, steps)` to today's Flax: it
does what it did then, with nnx.Optimizer, and without
nnx.ModelAndOptimizer.

1. A Net is built, and its shift is set to the mean of
   each column of x. shift is not trained.
2. step takes one step of optax.adam(lr) with the Params.
3. It is told how far the kernel of head went: what it is
   in the end minus what it was before the first step.
4. All arrays are saved that are needed to go on: those of
   the net, and those of the optimizer.

Net may change in its spelling. Its attributes keep their
names. The old program returned one state, "saved", that
had both in it. Today there are two:

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, out)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", each from before its step,
             float32 of shape (steps,); "moved", float32
             of shape (6, out); "model" and "optimizer",
             each the state of one of the two as a dict
             of plain arrays, as nnx.to_pure_dict gives it

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.shift = nnx.Variable(jnp.zeros(1))
        self.hidden = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = x - self.shift.value
        return self.head(nnx.tanh(self.hidden(x)))


@nnx.jit
def step(
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    # As it was written in 2024.
    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    gradient = nnx.value_and_grad(mean_error)
    loss, grads = gradient(optimizer.model)
    optimizer.update(grads)
    return loss


def old_optimizer(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    # As it was written in 2024.
    net = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(net, optax.adam(lr))
    optimizer.model.shift.value = x.mean(0)
    begin = optimizer.model.head.kernel.value
    losses = [step(optimizer, x, y) for _ in range(steps)]
    moved = optimizer.model.head.kernel.value - begin
    saved = nnx.to_pure_dict(nnx.state(optimizer))
    return {
        "losses": jnp.stack(losses),
        "moved": moved,
        "saved": saved,
    }
