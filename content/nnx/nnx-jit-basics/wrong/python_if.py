"""A Python `if` asks for the value of `i`, and while `step` is traced `i` is a placeholder. Decide with an operation,
such as `jnp.where` or `jnp.minimum`, or compute the rate outside, where `i` is a number, and pass it to `step`."""

# fact: has if
# fact: has i < warmup

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    @nnx.jit
    def step(model, i):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        rate = lr
        if i < warmup:
            rate = lr * (i + 1) / warmup
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = [step(model, i) for i in range(steps)]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
