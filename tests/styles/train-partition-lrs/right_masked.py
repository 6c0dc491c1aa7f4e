"""Masks over one Adam with the rate 1."""

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
    optimizer: nnx.Optimizer,
    ids: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, ids, y)
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

    def scale(updates, state, params=None):
        def one(path, u):
            place = path[1] - depth if path[0] == "layers" else 0
            return -lr * factor**-place * u

        return nnx.map_state(one, updates), state

    scaled = optax.GradientTransformation(lambda params: optax.EmptyState(), scale)
    tx = optax.chain(optax.scale_by_adam(), scaled)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.All(nnx.Param, nnx.Not(nnx.PathContains("table"))))
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, ids, y))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
