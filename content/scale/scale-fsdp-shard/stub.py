"""An eighth of everything

`fsdp_train(seed, x, y, lr, steps)` trains data-parallel
on `MESH`: the rows are split over its eight devices, and
each device holds the whole model and the momenta. Half of
that would fit.

Extend `fsdp_train`, so that every array of the model and
of the optimizer is split, before the first step already:

- along its longest axis among those whose size is a
  multiple of 8; the first of them where two are as long;
- where it has no such axis, it stays whole on each
  device.

Change only `fsdp_train`, and add what it needs.

    seed     int
    x        float32 array of shape (n, d); n is a
             multiple of 8
    y        float32 array of shape (n, 1)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "model", the
             trained Net; "optimizer", the nnx.Optimizer

The values are compared with the reference's. Besides, it
is checked how each array of model and optimizer lies on
the devices, that Params are gathered in a step, and that
`step` is compiled once.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, 24, rngs=rngs)
        self.second = nnx.Linear(24, 24, rngs=rngs)
        self.head = nnx.Linear(24, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.tanh(self.first(x))
        return self.head(nnx.tanh(self.second(h)))


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


def fsdp_train(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    held = (model, optimizer)
    # Every array is whole on each device. It should be split.
    whole = NamedSharding(MESH, P())
    nnx.update(held, jax.device_put(nnx.state(held), whole))
    x, y = jax.device_put((x, y), NamedSharding(MESH, P("data")))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {
        "losses": jnp.stack(losses),
        "model": model,
        "optimizer": optimizer,
    }
