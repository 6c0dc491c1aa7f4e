"""Trace once, run often

`train_warm(seed, x, y, lr, warmup, steps)` trains a
linear layer, with a learning rate that grows at first
(a warm-up). It computes the right numbers, and starts
every operation of every step from Python. Refactor it:
the same values, with `step` compiled.

- A function named step is compiled, with nnx.jit or
  jax.jit. Each of the steps is one call of it.
- In one call of train_warm it is traced only once,
  however many steps there are.

What step takes and what it returns is up to you, and so
is where the learning rate is computed.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    lr       float, the learning rate after the warm-up
    warmup   int, 1 or more
    steps    int, 2 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "kernel" and
             "bias", what the model holds at the end

The values are compared with the reference's. Besides,
it is checked that a function named step is traced, to
be compiled, and only once.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    warmup: int,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = []

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    def step(i):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        rate = lr
        if i < warmup:
            rate = lr * (i + 1) / warmup
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        losses.append(loss)

    for i in range(steps):
        step(i)
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
