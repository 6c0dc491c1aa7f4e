"""The losses are written into an array that was made before."""

import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed, x, y, lr, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = jnp.zeros(steps)
    for step in range(steps):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses = losses.at[step].set(loss)
        model.kernel[...] += -lr * grads.kernel[...]
        model.bias[...] += -lr * grads.bias[...]
    return {"losses": losses, "kernel": model.kernel[...], "bias": model.bias[...]}
