"""`step` is traced in each turn, since the number of the step is static: a part of the compiled code. So every number
has a code of its own. Let it be an ordinary argument, and decide with an operation, or compute the rate outside of
`step`."""

# fact: has _(..., static_argnames=_)

from functools import partial

import jax
import jax.numpy as jnp
from flax import nnx


def train_warm(seed, x, y, lr, warmup, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    @partial(nnx.jit, static_argnames="i")
    def step(model, i):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        rate = lr * (i + 1) / warmup if i < warmup else lr
        model.kernel[...] -= rate * grads.kernel[...]
        model.bias[...] -= rate * grads.bias[...]
        return loss

    losses = [step(model, i=i) for i in range(steps)]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
