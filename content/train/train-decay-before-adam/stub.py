"""Two kinds of decay

`fading_weights(seed, xs, ys, lr, decay)` trains a layer
with Adam, weight decay and a learning rate that falls to 0.
The symptom: the weights of an input that is always 0 should
fade slowly. They rush to 0 and past it, just as quickly
with a decay that is ten times smaller. Inputs that matter
are hardly decayed.

Mend `rule`. In each step the kernel changes by two things,
added:

- Adam's step of the loss's gradient alone, with the
  learning rate of that step;
- a loss of the fraction `decay` of what the kernel was
  before the step. It does not depend on the learning rate:
  it is as large in the last step as in the first.

    seed     int
    xs       float32 array of shape (steps, n, in), a
             batch for each step
    ys       float32 array of shape (steps, n, out)
    lr       float, the learning rate of the first step
    decay    float, 0 or more and below 1
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "kernels",
             float32 of shape (steps, in, out), what the
             kernel holds after each step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def rule(
    lr: float,
    decay: float,
    steps: int,
) -> optax.GradientTransformation:
    rate = optax.linear_schedule(lr, 0.0, steps)
    # Weight decay, and Adam with a rate that falls.
    decayed = optax.add_decayed_weights(decay)
    return optax.chain(decayed, optax.adam(rate))


def fading_weights(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    decay: float,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    layer = nnx.Linear(d_in, d_out, use_bias=False, rngs=rngs)
    graphdef, params = nnx.split(layer)
    tx = rule(lr, decay, len(xs))

    def loss_of(params: nnx.State, x: Any, y: Any) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y) ** 2)

    def step(carry: Any, batch: Any) -> tuple[Any, Any]:
        params, memory = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        updates, memory = tx.update(grads, memory, params)
        params = optax.apply_updates(params, updates)
        return (params, memory), (loss, params["kernel"][...])

    start = (params, tx.init(params))
    _, (losses, kernels) = jax.lax.scan(step, start, (xs, ys))
    return {"losses": losses, "kernels": kernels}
