"""A step for any model

`sgd_manual(model, x, y, lr, steps)` trains an nnx.Linear,
and no other model: its step names both Params. Extend it
to ANY model: layers in lists, layers in layers, and models
that hold more than Params.

In each step lr times its gradient is subtracted from
each Param. Everything else that the model holds stays
as it is, to the last bit. Use no optimizer; the step is
one line of arithmetic.

    model    an nnx.Module, called as model(x); no call
             changes it
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out): what the
             model should answer
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured BEFORE the step of its number;
             "model", the trained model, which may be the
             one that was given

The loss is the mean of (model(x) - y) ** 2.

The values are compared with the reference's. Besides, it
is checked that no nnx.Optimizer is built.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def step(
    model: nnx.Module,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> jax.Array:
    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]
    return loss


def sgd_manual(
    model: nnx.Module,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
