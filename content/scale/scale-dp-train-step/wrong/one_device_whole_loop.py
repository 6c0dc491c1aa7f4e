"""The devices' parts are cut by hand, and one device works on all of them, one after the other."""

# fact: has jnp.split(...)

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


@nnx.jit
def gradient(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> Any:
    return nnx.value_and_grad(mean_error)(model, x, y)


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
    parts = list(zip(jnp.split(x, 8), jnp.split(y, 8), strict=True))
    losses = []
    for _ in range(steps):
        loss, grads = jnp.zeros(()), None
        for part in parts:
            value, g = gradient(model, *part)
            loss = loss + value / 8
            total = g if grads is None else jax.tree.map(jnp.add, grads, g)
            grads = total
        grads = jax.tree.map(lambda g: g / 8, grads)
        optimizer.update(model, grads)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "model": model}
