"""An nnx.Optimizer, with a rate in its state that is written at the end of each epoch."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def step(model: nnx.Linear, optimizer: nnx.Optimizer, x: Any, y: Any) -> jax.Array:
    loss, grads = nnx.value_and_grad(lambda model: ((model(x) - y) ** 2).mean())(model)
    optimizer.update(model, grads)
    return loss


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
    tx = optax.inject_hyperparams(optax.sgd)(learning_rate=lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    rate = optimizer.opt_state.hyperparams["learning_rate"]
    rates, losses = [], []
    for epoch in range(1, epochs + 1):
        for x, y in zip(xs, ys, strict=True):
            rates.append(rate[...])
            losses.append(step(model, optimizer, x, y))
        rate[...] = rate[...] * fade
        if epoch in milestones:
            rate[...] = rate[...] * factor
    rates, losses, kernel = jnp.stack(rates), jnp.stack(losses), model.kernel[...]
    return {"rates": rates, "losses": losses, "kernel": kernel}
