"""The decay is in the loss now, as a penalty. Its gradient goes through Adam like any other, and is divided by its usual size:
it is the old fault at a different place."""

# fact: has not optax.add_decayed_weights(...)
# fact: has not optax.adamw(...)
# fact: has optax.adam(...)

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def rule(
    lr: float,
    decay: float,
    steps: int,
) -> optax.GradientTransformation:
    rate = optax.linear_schedule(lr, 0.0, steps)
    return optax.adam(rate)


def fading_weights(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    decay: float,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    layer = nnx.Linear(d_in, d_out, use_bias=False, rngs=rngs)
    graphdef, params = nnx.split(layer)
    tx = rule(lr, decay, len(xs))

    def loss_of(params: nnx.State, x: Any, y: Any) -> tuple[jax.Array, jax.Array]:
        answer = nnx.merge(graphdef, params)(x)
        penalty = decay / 2 * (params["kernel"][...] ** 2).sum()
        error = jnp.mean((answer - y) ** 2)
        return error + penalty, error

    def step(carry: Any, batch: Any) -> tuple[Any, Any]:
        params, memory = carry
        grad_of = jax.value_and_grad(loss_of, has_aux=True)
        (_, loss), grads = grad_of(params, *batch)
        updates, memory = tx.update(grads, memory, params)
        params = optax.apply_updates(params, updates)
        return (params, memory), (loss, params["kernel"][...])

    start = (params, tx.init(params))
    _, (losses, kernels) = jax.lax.scan(step, start, (xs, ys))
    return {"losses": losses, "kernels": kernels}
