"""The two are returned the other way round."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    """A frozen BatchNorm, a linear layer, and a BatchNorm that learns."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.frozen = nnx.BatchNorm(d, momentum=0.5, use_running_average=True, rngs=rngs)
        self.linear = nnx.Linear(d, 2, rngs=rngs)
        self.live = nnx.BatchNorm(2, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.live(self.linear(self.frozen(x)))


def error(model: Net, x: jax.Array, y: jax.Array) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(model: Net, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> None:
    grads = nnx.grad(error)(model, x, y)
    optimizer.update(model, grads)


def view_modes(seed: int, x: jax.Array, y: jax.Array, steps: int) -> dict[str, Any]:
    """The losses at evaluation, the model, and a view of it in eval mode."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(0.2), wrt=nnx.Param)
    served = nnx.view(model, use_running_average=True)
    losses = []
    for _ in range(steps):
        step(model, optimizer, x, y)
        losses.append(error(served, x, y))
    return {"losses": jnp.stack(losses), "model": served, "served": model}
