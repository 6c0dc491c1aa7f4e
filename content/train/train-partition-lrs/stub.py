"""A learning rate for each layer

`layer_rates(seed, ids, y, depth, lr, factor, steps)` trains
a whole network with Adam and one learning rate. For a
network that was trained before, that forgets too much.

Extend it, with Adam for all that moves:

- the head learns with the rate lr;
- the last layer of `layers` learns with lr * factor, the
  one before it with lr * factor**2, and so on to the first;
- the table stays as it is, and no optimizer keeps anything
  for it.

    seed     int
    ids      int32 array of shape (n,), each from 0 to 5
    y        float32 array of shape (n, out)
    depth    int, 1 or more: the length of `layers`
    lr       float, the learning rate of the head
    factor   float, between 0 and 1
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "params", what
             the Params hold at the end, as the nested dict
             that nnx.to_pure_dict makes of their State

The values are compared with the reference's. Besides, it
is checked that no nnx.Optimizer keeps an array for the
table.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, depth: int, d_out: int, *, rngs: nnx.Rngs):
        self.table = nnx.Embed(6, 4, rngs=rngs)
        self.layers = nnx.List(
            [nnx.Linear(4, 4, rngs=rngs) for _ in range(depth)],
        )
        self.head = nnx.Linear(4, d_out, rngs=rngs)

    def __call__(self, ids: jax.Array) -> jax.Array:
        h = self.table(ids)
        for layer in self.layers:
            h = h + nnx.tanh(layer(h))
        return self.head(h)


def mean_error(
    model: Net,
    ids: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(ids) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    ids: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, ids, y)
    optimizer.update(model, grads)
    return loss


def layer_rates(
    seed: int,
    ids: jax.Array,
    y: jax.Array,
    depth: int,
    lr: float,
    factor: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(depth, y.shape[1], rngs=nnx.Rngs(seed))
    # One rule for all. There should be one for each part.
    tx = optax.adam(lr)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, ids, y))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
