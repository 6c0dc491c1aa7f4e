"""A loop over the flat State."""

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
    for (_, param), (_, grad) in zip(nnx.to_flat_state(params), nnx.to_flat_state(grads), strict=True):
        param[...] -= lr * grad[...]
    nnx.update(model, params)
    return loss


def sgd_manual(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
