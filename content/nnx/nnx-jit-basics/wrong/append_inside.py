"""The loss is appended to a list while `step` is traced. That happens once, and what is kept is a placeholder without
a value. Return the loss from `step`, and append what each call gives."""

# fact: has losses.append(loss)

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []

    @nnx.jit
    def step(model, rate):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        losses.append(loss)

    for i in range(steps):
        step(model, lr * min(1.0, (i + 1) / warmup))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
