"""Only the batch is placed."""

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
    x = jax.device_put(x, NamedSharding(MESH, P("data")))
    y = jax.device_put(y, NamedSharding(MESH, P("data")))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {"losses": jnp.stack(losses), "model": model}
