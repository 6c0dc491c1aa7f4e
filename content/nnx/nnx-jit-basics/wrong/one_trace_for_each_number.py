"""`step` is traced in each turn: every step has a function of its own, made in the loop. jit keeps its record for the
function that it was given, so make that one once, before the loop, and pass in what differs."""

# fact: has for
# fact: has step(model)

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for i in range(steps):
        rate = lr * min(1.0, (i + 1) / warmup)

        @nnx.jit
        def step(model):
            loss, grads = nnx.value_and_grad(mean_error)(model)
            model.kernel[...] -= rate * grads.kernel[...]
            model.bias[...] -= rate * grads.bias[...]
            return loss

        losses.append(step(model))
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
