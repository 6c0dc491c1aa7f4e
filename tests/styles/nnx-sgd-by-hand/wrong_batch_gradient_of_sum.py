"""The gradients are those of another loss than the one that is noted."""

import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed, x, y, lr, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        grads = nnx.grad(lambda model: jnp.sum((model(x) - y) ** 2))(model)
        model.kernel[...] -= lr * grads.kernel[...]
        model.bias[...] -= lr * grads.bias[...]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
