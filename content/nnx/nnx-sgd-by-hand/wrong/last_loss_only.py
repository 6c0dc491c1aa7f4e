"""Only the last loss is returned, and the task asks for all of them, in an array of shape `(steps,)`. Keep each one in a list
and stack the list at the end."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed: int, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, jax.Array]:
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: nnx.Linear) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        model.kernel[...] -= lr * grads.kernel[...]
        model.bias[...] -= lr * grads.bias[...]
    return {"losses": losses[-1], "kernel": model.kernel[...], "bias": model.bias[...]}
