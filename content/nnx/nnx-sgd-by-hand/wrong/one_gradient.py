"""The gradients are taken once, before the loop, and each step goes in that same direction. After a step the model is
another one: take its gradients anew in each step."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed: int, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, jax.Array]:
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: nnx.Linear) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    _, grads = nnx.value_and_grad(mean_error)(model)
    for _ in range(steps):
        loss = mean_error(model)
        losses.append(loss)
        model.kernel[...] -= lr * grads.kernel[...]
        model.bias[...] -= lr * grads.bias[...]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
