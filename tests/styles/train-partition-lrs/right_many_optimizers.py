"""An optimizer for each part."""

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
    optimizers: list[nnx.Optimizer],
    ids: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, ids, y)
    for optimizer in optimizers:
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

    def of(rate, *path):
        def inside(place, _):
            return place[: len(path)] == path

        return nnx.Optimizer(model, optax.adam(rate), wrt=inside)

    optimizer = [of(lr, "head")]
    for i in range(depth):
        optimizer.append(of(lr * factor ** (depth - i), "layers", i))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, ids, y))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
