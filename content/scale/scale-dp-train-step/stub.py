"""One model, eight parts of a batch

`dp_train(seed, x, y, lr, steps)` trains a small network
on one device. `MESH` has eight.

Extend `dp_train`, so that it trains data-parallel:

- each device works on an eighth of the rows of x and y;
- each device holds the whole model, and all that the
  optimizer keeps, already when the first step begins.
  So `step` is traced once.

`Net`, `mean_error` and `step` stay as they are.

    seed     int
    x        float32 array of shape (n, d); n is a
             multiple of 8
    y        float32 array of shape (n, 1)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "model", the
             trained Net

The values are compared with the reference's. Besides, it
is checked that each array of the model is whole on each
of the eight devices, that the devices send something to
each other, and that `step` is traced once.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx
from jax.sharding import AxisType

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d, 5, rngs=rngs)
        self.head = nnx.Linear(5, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def dp_train(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    tx = optax.adam(lr)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    # All lies on one device. It should lie on the mesh.
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {"losses": jnp.stack(losses), "model": model}
