"""The bias of the head is frozen as well."""

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

    def mean_error(params: nnx.State) -> jax.Array:
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    @jax.jit
    def step(params: nnx.State) -> tuple[nnx.State, jax.Array]:
        loss, grads = jax.value_and_grad(mean_error)(params)
        for path, grad in nnx.to_flat_state(grads):
            if (path[0] == "backbone" and path[-1] == "kernel") or path == ("head", "bias"):
                grad[...] = jnp.zeros_like(grad)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    losses = []
    for _ in range(steps):
        params, loss = step(params)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "params": nnx.to_pure_dict(params)}
