"""The rate is the same from the start."""

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    warmup: int,
    steps: int,
) -> dict[str, jax.Array]:
    """The losses before each step, and the trained kernel and bias."""
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    @nnx.jit
    def step(model: nnx.Linear, x: jax.Array, y: jax.Array, rate: jax.Array) -> jax.Array:
        def mean_error(model: nnx.Linear) -> jax.Array:
            return jnp.mean((model(x) - y) ** 2)

        loss, grads = nnx.value_and_grad(mean_error)(model)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = []
    for _ in range(steps):
        rate = lr
        losses.append(step(model, x, y, rate))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
