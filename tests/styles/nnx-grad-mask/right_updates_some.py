"""Only what may move is written into the model."""

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
    model = Net(x.shape[1], y.shape[1], depth, rngs=nnx.Rngs(seed))
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        losses.append(loss)
        slopes = dict(nnx.to_flat_state(nnx.state(grads)))
        for path, param in nnx.to_flat_state(nnx.state(model)):
            if path[0] == "head" or path[-1] == "bias":
                param[...] -= lr * slopes[path][...]
    return {"losses": jnp.array(losses), "params": nnx.to_pure_dict(nnx.state(model))}
