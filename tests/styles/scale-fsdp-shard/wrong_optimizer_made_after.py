"""The optimizer is made of the split model, and never placed."""

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


def sharding_of(leaf: jax.Array) -> NamedSharding:
    fit = [size for size in leaf.shape if size % 8 == 0]
    if not fit:
        return NamedSharding(MESH, P())
    axis = leaf.shape.index(max(fit))
    return NamedSharding(MESH, P(*[None] * axis, "data"))


def fsdp_train(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    state = nnx.state(model)
    nnx.update(model, jax.device_put(state, jax.tree.map(sharding_of, state)))
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    x, y = jax.device_put((x, y), NamedSharding(MESH, P("data")))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {
        "losses": jnp.stack(losses),
        "model": model,
        "optimizer": optimizer,
    }
