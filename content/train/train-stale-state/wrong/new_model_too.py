"""The second training begins with a new model. It should go on from the Params that the first one left."""

# fact: checks

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
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def train_twice(
    seed: int,
    x: jax.Array,
    y_first: jax.Array,
    y_second: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y_first.shape[1]
    model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    losses = []
    for y in (y_first, y_second):
        model = nnx.Linear(d_in, d_out, rngs=nnx.Rngs(seed))
        optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
        for _ in range(steps):
            losses.append(step(model, optimizer, x, y))
    return {
        "first": jnp.stack(losses[:steps]),
        "second": jnp.stack(losses[steps:]),
        "kernel": model.kernel[...],
    }
