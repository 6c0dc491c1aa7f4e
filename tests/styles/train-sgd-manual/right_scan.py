"""All steps in one scan over the Params; a new model is merged at the end."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def sgd_manual(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def step(params: nnx.State, _: None) -> tuple[nnx.State, jax.Array]:
        def mean_error(params: nnx.State) -> jax.Array:
            return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

        loss, grads = jax.value_and_grad(mean_error)(params)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    params, losses = jax.lax.scan(step, params, length=steps)
    return {"losses": losses, "model": nnx.merge(graphdef, params, rest)}
