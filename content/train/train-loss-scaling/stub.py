"""Loss scaling by hand

`scaled_training(seed, xs, ys, weight, lr, scale, patience)`
trains a float16 network by momentum. Its loss has a small
weight, as one of several would, and the learning rate is
divided by that weight. The symptom: the loss stands still.
Its gradients are 0 in float16.

Extend it with loss scaling. In each step, the gradient is
taken of the loss times the scale, and divided by the scale.

- Where each number of it is finite, the step is taken.
  After `patience` such steps in a row the scale is doubled
  for the next step, and the row begins anew.
- Otherwise the step is skipped: the Params and what the
  momentum holds stay as they were. For the next step the
  scale is halved, and the row begins anew.

    seed      int
    xs        float32 array of shape (steps, n, in)
    ys        float32 array of shape (steps, n, out)
    weight    float, the weight of the loss
    lr        float, the learning rate for a weight of 1
    scale     float, the scale of the first step
    patience  int, 1 or more
    returns   a dict: "losses", float32 of shape (steps,),
              each before its step, without scale and weight;
              "scales", float32 of shape (steps,), the scale
              that each step used; "params", what the Params
              hold at the end, as nnx.to_pure_dict gives it

The values are compared with the reference's.

Checked as well: your function works under jax.jit, traced
in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

HALF = jnp.float16


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, dtype=HALF, rngs=rngs)
        self.head = nnx.Linear(8, d_out, dtype=HALF, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def scaled_training(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    weight: float,
    lr: float,
    scale: float,
    patience: int,
) -> dict[str, Any]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    net = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(net)
    tx = optax.sgd(lr / weight, momentum=0.9)

    def loss_of(
        params: nnx.State,
        x: jax.Array,
        y: jax.Array,
    ) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        error = answer.astype(jnp.float32) - y
        return weight * jnp.mean(error**2)

    # One step for each batch. There is no scale in it yet.
    def step(carry: Any, batch: Any) -> tuple[Any, Any]:
        params, memory = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        updates, memory = tx.update(grads, memory)
        params = optax.apply_updates(params, updates)
        return (params, memory), loss

    start = (params, tx.init(params))
    last, losses = jax.lax.scan(step, start, (xs, ys))
    return {
        "losses": losses / weight,
        "scales": jnp.full(losses.shape, scale),
        "params": nnx.to_pure_dict(last[0]),
    }
