"""The State of the whole model is mapped with the gradients, and these are of the Params alone: the two have different
structures. Map over `nnx.state(model, nnx.Param)`."""

# fact: has nnx.state(model)

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def step(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float) -> jax.Array:
    """The loss before the step, which moves the Params of `model`."""

    def mean_error(model: nnx.Module) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    nnx.update(model, jax.tree.map(lambda p, g: p - lr * g, nnx.state(model), nnx.state(grads)))
    return loss


def sgd_manual(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
