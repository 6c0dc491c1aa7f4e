"""No gradient goes through the steps."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def step(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float) -> jax.Array:
    """The loss before the step, which moves the Params of `model`."""
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params: nnx.State) -> jax.Array:
        return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

    loss, grads = jax.lax.stop_gradient(jax.value_and_grad(mean_error)(params))
    nnx.update(model, jax.tree.map(lambda p, g: jax.lax.stop_gradient(p) - lr * g, params, grads))
    return jax.lax.stop_gradient(loss)


def sgd_manual(model: nnx.Module, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
