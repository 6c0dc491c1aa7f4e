"""A rate that can be changed

`careful_training(seed, x, y, lr, steps)` trains an
nnx.Linear by momentum, and halves the learning rate after
each step whose loss is not below the loss before it. The
numbers are right. The symptom: each new rate has `step`
traced and compiled again.

Refactor it, so that `step` is traced once. The numbers stay
as they are: a new rate changes nothing of the momentum.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    lr       float, the learning rate of the first step
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "rates", float32
             of shape (steps,), the rate that each step
             used; "kernel", what the kernel holds at the
             end

The values are compared with the reference's. Besides, it
is checked that a function named step, which is traced, to
be compiled, is so once for all steps.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def careful_training(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y.shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses, rates = [], []
    for i in range(steps):
        rates.append(lr)
        losses.append(step(model, optimizer, x, y))
        if i > 0 and losses[i] >= losses[i - 1]:
            lr = lr / 2
            # A new rule for a new rate.
            optimizer.tx = optax.sgd(lr, momentum=0.9)
    return {
        "losses": jnp.stack(losses),
        "rates": jnp.array(rates),
        "kernel": model.kernel[...],
    }
