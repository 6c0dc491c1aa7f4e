"""All steps use the same rate. `step` reads it from a name outside, and that happens only while it is traced: later
values of the name are not noticed. Make the rate an argument."""

# fact: has step(model)

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    @nnx.jit
    def step(model):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = []
    for i in range(steps):
        rate = lr * min(1.0, (i + 1) / warmup)
        losses.append(step(model))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
