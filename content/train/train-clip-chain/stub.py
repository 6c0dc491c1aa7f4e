"""Clip what is too long

`clipped_steps(seed, xs, ys, lr, limit)` trains an
nnx.Linear with momentum. Now and then a batch has an
answer that is far off, and its gradient is many times as
long as any other. Extend it: a gradient that is longer
than limit is made as long as limit, in its own direction,
before it reaches the momentum. The length is that of all
Params together.

    seed     int
    xs       float32 array of shape (steps, n, in), a
             batch for each step
    ys       float32 array of shape (steps, n, out)
    lr       float, the learning rate; the momentum is 0.9
    limit    float, the longest gradient that may be used
    returns  a dict: "norms", float32 of shape (steps,),
             how long the gradient of each step was before
             it was clipped; "losses", float32 of shape
             (steps,), each measured before its step;
             "kernel" and "bias", what the Params hold at
             the end

The values are compared with the reference's.

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
) -> tuple[jax.Array, jax.Array]:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss, jnp.zeros(())


def clipped_steps(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    limit: float,
) -> dict[str, jax.Array]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    found = []
    for x, y in zip(xs, ys, strict=True):
        found.append(step(model, optimizer, x, y))
    losses, norms = zip(*found, strict=True)
    return {
        "norms": jnp.stack(norms),
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
