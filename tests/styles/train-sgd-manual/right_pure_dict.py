"""Pure dicts of arrays."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def step(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float) -> jax.Array:
    """The loss before the step, which moves the Params of `model`."""
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params: nnx.State) -> jax.Array:
        return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

    loss, grads = jax.value_and_grad(mean_error)(params)
    new = jax.tree.map(lambda p, g: p - lr * g, nnx.to_pure_dict(params), nnx.to_pure_dict(grads))
    nnx.update(model, new)
    return loss


def sgd_manual(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
