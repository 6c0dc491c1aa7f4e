"""Each step sees one more copy of the batch, so that its shape is new each time."""

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
    for i in range(steps):
        rate = lr * min(1.0, (i + 1) / warmup)
        losses.append(step(model, jnp.tile(x, (i + 1, 1)), jnp.tile(y, (i + 1, 1)), rate))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
