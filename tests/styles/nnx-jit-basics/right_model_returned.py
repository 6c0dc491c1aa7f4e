"""jax.jit gives the changed model back."""

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    @jax.jit
    def step(model, rate):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return model, loss

    losses = jnp.zeros(steps)
    for i in range(steps):
        model, loss = step(model, lr * min(1.0, (i + 1) / warmup))
        losses = losses.at[i].set(loss)
    return {"losses": losses, "kernel": model.kernel[...], "bias": model.bias[...]}
