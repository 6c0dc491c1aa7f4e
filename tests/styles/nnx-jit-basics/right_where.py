"""The step gets its number, and an operation chooses the rate."""

import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    @nnx.jit
    def step(model, i):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        rate = jnp.where(i < warmup, lr * (i + 1) / warmup, lr)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = [step(model, i) for i in range(steps)]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
