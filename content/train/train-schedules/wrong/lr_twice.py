"""Both of your schedules begin at `lr`, and so their product begins at its square. Let one of them begin at 1."""

# fact: has optax.exponential_decay(lr, ...)
# fact: has optax.piecewise_constant_schedule(lr, ...)

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train(
    model: nnx.Linear,
    tx: optax.GradientTransformation,
    xs: jax.Array,
    ys: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    """One step with each batch: losses, and the kernel after all."""
    graphdef, params = nnx.split(model)

    def loss_of(params: nnx.State, x: Any, y: Any) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y) ** 2)

    def step(carry: Any, batch: Any) -> tuple[Any, jax.Array]:
        params, memory = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        updates, memory = tx.update(grads, memory)
        params = optax.apply_updates(params, updates)
        return (params, memory), loss

    start = (params, tx.init(params))
    (params, _), losses = jax.lax.scan(step, start, (xs, ys))
    return losses, params["kernel"][...]


def epoch_rates(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    lr: float,
    milestones: tuple[int, ...],
    factor: float,
    fade: float,
    epochs: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = nnx.Linear(d_in, d_out, rngs=rngs)
    updates = len(xs)
    drops = optax.piecewise_constant_schedule(lr, {updates * epoch: factor for epoch in milestones})
    fading = optax.exponential_decay(lr, updates, fade, staircase=True)

    def rate(count: jax.Array) -> jax.Array:
        return drops(count) * fading(count)

    tx = optax.sgd(rate, momentum=0.9)
    again = (epochs, 1, 1)
    losses, kernel = train(model, tx, jnp.tile(xs, again), jnp.tile(ys, again))
    rates = jax.vmap(rate)(jnp.arange(epochs * len(xs)))
    return {"rates": rates, "losses": losses, "kernel": kernel}
