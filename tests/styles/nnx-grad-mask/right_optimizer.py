"""nnx.Optimizer with optax.sgd, under nnx.jit, gradients by nnx.grad."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
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
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)

    @nnx.jit
    def step(model, optimizer):
        loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(model)
        for layer in grads.backbone if isinstance(grads, nnx.Module) else grads.backbone.values():
            layer.kernel[...] = jnp.zeros_like(layer.kernel[...])
        optimizer.update(model, grads)
        return loss

    losses = jnp.array([step(model, optimizer) for _ in range(steps)])
    return {"losses": losses, "params": nnx.to_pure_dict(nnx.state(model))}
