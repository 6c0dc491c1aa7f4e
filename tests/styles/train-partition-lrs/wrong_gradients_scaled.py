"""The gradients are scaled, which Adam undoes."""

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


def labels(params: nnx.State) -> nnx.State:
    def label(path: tuple[Any, ...], _: Any) -> str:
        return str(path[1]) if path[0] == "layers" else path[0]

    return nnx.map_state(label, params)


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
    rules = {"table": optax.set_to_zero(), "head": optax.adam(lr)}
    for i in range(depth):
        rules[str(i)] = optax.chain(optax.scale(factor ** (depth - i)), optax.adam(lr))
    tx = optax.partition(rules, labels)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, ids, y))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
