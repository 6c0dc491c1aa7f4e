"""Plain dicts of arrays by path, under lax.scan."""

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
    graphdef, params = nnx.split(Net(x.shape[1], y.shape[1], depth, rngs=nnx.Rngs(seed)))
    keep = {path: not (path[0] == "backbone" and path[-1] == "kernel") for path, _ in nnx.to_flat_state(params)}

    def mean_error(params):
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    def step(params, _):
        loss, grads = jax.value_and_grad(mean_error)(params)
        for path, grad in nnx.to_flat_state(grads):
            grad[...] *= keep[path]
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    params, losses = jax.lax.scan(step, params, length=steps)
    return {"losses": losses, "params": nnx.to_pure_dict(params)}
