"""The gradient is taken first, then the kernel fades, then Adam steps."""

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

    def loss_of(params: nnx.State, x: Any, y: Any) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y) ** 2)

    def step(carry: Any, batch: Any) -> tuple[Any, Any]:
        params, memory = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        updates, memory = tx.update(grads, memory, params)
        params = jax.tree.map(lambda w: (1 - decay) * w, params)
        params = optax.apply_updates(params, updates)
        return (params, memory), (loss, params["kernel"][...])

    start = (params, tx.init(params))
    _, (losses, kernels) = jax.lax.scan(step, start, (xs, ys))
    return {"losses": losses, "kernels": kernels}
