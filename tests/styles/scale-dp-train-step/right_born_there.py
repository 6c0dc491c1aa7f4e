"""Made inside jit with out_shardings, so that they are never anywhere else."""

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


def born(seed: int, d: int, lr: float) -> Any:
    model = Net(d, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    return model, optimizer


def dp_train(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    pair = born(seed, x.shape[1], lr)
    graphdef, state = nnx.split(pair)
    whole = NamedSharding(MESH, P())
    state = jax.jit(lambda s: s, out_shardings=whole)(state)
    model, optimizer = nnx.merge(graphdef, state)
    x, y = jax.device_put((x, y), NamedSharding(MESH, P("data", None)))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {"losses": jnp.stack(losses), "model": model}
