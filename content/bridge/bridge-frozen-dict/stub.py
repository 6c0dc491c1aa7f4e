"""Trees that used to be frozen

The code below is a Linen program as it was written for
FrozenDicts. With today's Flax its third line raises, and
behind it other lines wait. Port `frozen_dict(seed, x, y,
lr, steps)`: it does what it did, with plain dicts.

1. net.init draws the variables of a Net.
2. Training starts from these, but with a kernel of zeros
   in the last layer, Dense_1. Its bias stays.
3. step trains the params, and moves the running
   statistics.
4. Both trees are returned: what was drawn, just as it
   was drawn, and what came out of the training.

Net and step are right. What you write should not depend
on which layers Net has besides Dense_1.

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, out)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", each from before its step,
             float32 of shape (steps,); "drawn" and
             "trained", each a dict with the collections
             "params" and "batch_stats", of plain dicts

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn


class Net(nn.Module):
    out: int

    @nn.compact
    def __call__(self, x: jax.Array, train: bool) -> jax.Array:
        x = nn.Dense(6)(x)
        norm = nn.BatchNorm(not train, momentum=0.8)
        return nn.Dense(self.out)(nn.tanh(norm(x)))


@partial(jax.jit, static_argnums=(0, 1))
def step(net, tx, params, stats, opt_state, x, y):
    def mean_error(params):
        answer, moved = net.apply(
            {"params": params, **stats},
            x,
            train=True,
            mutable=["batch_stats"],
        )
        return jnp.mean((answer - y) ** 2), moved

    gradient = jax.value_and_grad(mean_error, has_aux=True)
    (loss, stats), grads = gradient(params)
    updates, opt_state = tx.update(grads, opt_state, params)
    params = optax.apply_updates(params, updates)
    return params, stats, opt_state, loss


def frozen_dict(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(y.shape[1])
    variables = net.init(jax.random.key(seed), x, train=False)
    stats, params = variables.pop("params")
    head = params["Dense_1"]
    zeros = jnp.zeros_like(head["kernel"])
    params = params.copy({"Dense_1": head.copy({"kernel": zeros})})
    tx = optax.sgd(lr, momentum=0.9)
    opt_state = tx.init(params)
    losses = []
    for _ in range(steps):
        params, stats, opt_state, loss = step(net, tx, params, stats, opt_state, x, y)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "drawn": variables.unfreeze(),
        "trained": {"params": params.unfreeze(), **stats.unfreeze()},
    }
