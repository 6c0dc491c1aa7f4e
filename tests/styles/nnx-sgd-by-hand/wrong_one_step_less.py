"""There is a step too few, and the last loss is repeated."""

import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed, x, y, lr, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps - 1):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        model.kernel[...] -= lr * grads.kernel[...]
        model.bias[...] -= lr * grads.bias[...]
    losses.append(losses[-1] if losses else mean_error(model))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
