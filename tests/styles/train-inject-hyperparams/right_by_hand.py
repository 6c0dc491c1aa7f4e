"""Momentum by hand, the rate an argument."""

import jax
import jax.numpy as jnp
from flax import nnx


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    memory: nnx.State,
    rate: jax.Array,
    x: jax.Array,
    y: jax.Array,
) -> tuple[jax.Array, nnx.State]:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    params, grads = nnx.state(model, nnx.Param), nnx.state(grads)
    memory = jax.tree.map(lambda m, g: 0.9 * m + g, memory, grads)
    nnx.update(model, jax.tree.map(lambda p, m: p - rate * m, params, memory))
    return loss, memory


def careful_training(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y.shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    memory = jax.tree.map(jnp.zeros_like, nnx.state(model, nnx.Param))
    losses, rates = [], []
    for _ in range(steps):
        rates.append(lr)
        loss, memory = step(model, memory, lr, x, y)
        if losses and loss >= losses[-1]:
            lr /= 2
        losses.append(loss)
    return {"losses": jnp.stack(losses), "rates": jnp.array(rates), "kernel": model.kernel[...]}
