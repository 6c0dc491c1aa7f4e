# with_attributes in each step, only the live layer is switched; the loss under nnx.jit.
from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.frozen = nnx.BatchNorm(
            d,
            momentum=0.5,
            use_running_average=True,
            rngs=rngs,
        )
        self.linear = nnx.Linear(d, 2, rngs=rngs)
        self.live = nnx.BatchNorm(2, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.live(self.linear(self.frozen(x)))


def error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> None:
    grads = nnx.grad(error)(model, x, y)
    optimizer.update(model, grads)


def view_modes(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(0.2), wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        step(model, optimizer, x, y)
        quiet = nnx.with_attributes(model, use_running_average=True)
        losses.append(nnx.jit(error)(quiet, x, y))
    served = Net(x.shape[1], rngs=nnx.Rngs(0))
    for name in ("frozen", "live"):
        for variable in ("scale", "bias", "mean", "var"):
            setattr(getattr(served, name), variable, getattr(getattr(model, name), variable))
    served.linear = model.linear
    served.eval()
    return {"losses": jnp.stack(losses), "model": model, "served": served}
