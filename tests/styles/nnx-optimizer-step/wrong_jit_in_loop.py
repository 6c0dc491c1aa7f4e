"""The step is compiled anew in each turn."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train_momentum(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    hidden: int,
    lr: float,
) -> dict[str, jax.Array]:
    """The losses before each step, and how many steps the optimizer has counted."""
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    optimizer = nnx.Optimizer(model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)

    def step(model: nnx.Sequential, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> jax.Array:
        def mean_error(model: nnx.Sequential) -> jax.Array:
            return jnp.mean((model(x) - y) ** 2)

        loss, grads = nnx.value_and_grad(mean_error)(model)
        optimizer.update(model, grads)
        return loss

    losses = [nnx.jit(step)(model, optimizer, x, y) for x, y in zip(xs, ys, strict=True)]
    return {"losses": jnp.stack(losses), "steps": optimizer.step[...]}
