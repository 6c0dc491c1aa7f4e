"""What an optimizer remembers

`train_twice(seed, x, y_first, y_second, lr, steps)` trains
an nnx.Linear on y_first, and then goes on from there with
y_second. The symptom: in the second training the loss
soon rises above its first value, although the same lr and
the same number of steps went well in the first.

Mend it: the second training begins with the Params that
the first one left, and with an optimizer that has seen no
gradient. step is traced once for both.

    seed      int
    x         float32 array of shape (n, in)
    y_first   float32 array of shape (n, out)
    y_second  float32 array of shape (n, out)
    lr        float, the learning rate; the momentum
              is 0.9
    steps     int, 1 or more: so many in each training
    returns   a dict: "first" and "second", float32 of
              shape (steps,), the losses of each training,
              each measured before its step; "kernel",
              what the kernel holds at the end

The values are compared with the reference's. Besides, it
is checked that all steps go through a function named
step, which jit traces once.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
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


def train_twice(
    seed: int,
    x: jax.Array,
    y_first: jax.Array,
    y_second: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y_first.shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for y in (y_first, y_second):
        for _ in range(steps):
            losses.append(step(model, optimizer, x, y))
    return {
        "first": jnp.stack(losses[:steps]),
        "second": jnp.stack(losses[steps:]),
        "kernel": model.kernel[...],
    }
