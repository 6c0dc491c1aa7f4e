"""The compiled function changes a model that is not one of its arguments. While it is traced it may read such a model,
but what it writes would have no way out. Make the model an argument of `step`."""

# fact: has nnx.jit
# fact: has not step(model, ...)

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    @nnx.jit
    def step(rate):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = [step(lr * min(1.0, (i + 1) / warmup)) for i in range(steps)]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
