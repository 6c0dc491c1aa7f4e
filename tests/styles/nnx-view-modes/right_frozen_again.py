# eval() and train() stay; the frozen layer is frozen again afterwards. served is merged from the same Variables.
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
        model.eval()
        losses.append(error(model, x, y))
        model.train()
        model.frozen.use_running_average = True
    served = nnx.merge(*nnx.split(model))
    served.eval()
    return {"losses": jnp.array(losses), "model": model, "served": served}
