"""The Params are split by a predicate, and only some are differentiated."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, depth: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.List()
        width = d_in
        for _ in range(depth):
            self.backbone.append(nnx.Linear(width, 4, rngs=rngs))
            width = 4
        self.head = nnx.Linear(4, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.backbone:
            x = nnx.tanh(layer(x))
        return self.head(x)


def grad_mask(seed: int, x: jax.Array, y: jax.Array, depth: int, lr: float, steps: int) -> dict[str, Any]:
    net = Net(x.shape[1], y.shape[1], depth, rngs=nnx.Rngs(seed))
    graphdef, frozen, free = nnx.split(net, lambda path, _: "backbone" in path and "kernel" in path, ...)

    def mean_error(free):
        return jnp.mean((nnx.merge(graphdef, frozen, free)(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss, grads = jax.value_and_grad(mean_error)(free)
        free = jax.tree.map(lambda p, g: p - lr * g, free, grads)
        losses.append(loss)
    model = nnx.merge(graphdef, frozen, free)
    return {"losses": jnp.stack(losses), "params": nnx.to_pure_dict(nnx.state(model, nnx.Param))}
