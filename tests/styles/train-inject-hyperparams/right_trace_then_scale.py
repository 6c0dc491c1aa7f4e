"""A rule that takes the rate as an extra argument."""

import jax
import jax.numpy as jnp
import optax
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
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
    rate: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads, rate=rate)
    return loss


def careful_training(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y.shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))

    def scale(updates, state, params=None, *, rate, **extra):
        return jax.tree.map(lambda u: -rate * u, updates), state

    scaled = optax.GradientTransformationExtraArgs(lambda params: optax.EmptyState(), scale)
    tx = optax.chain(optax.trace(0.9), scaled)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses, rates = [], []
    for i in range(steps):
        rates.append(lr)
        losses.append(step(model, optimizer, x, y, lr))
        if i > 0 and losses[i] >= losses[i - 1]:
            lr = lr / 2
    return {
        "losses": jnp.stack(losses),
        "rates": jnp.array(rates),
        "kernel": model.kernel[...],
    }
