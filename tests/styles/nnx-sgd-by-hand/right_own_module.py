"""The layer is a module of its own, with the Params that nnx.Linear would have."""

import jax.numpy as jnp
from flax import nnx


class Line(nnx.Module):
    def __init__(self, d_in, d_out, *, rngs):
        layer = nnx.Linear(d_in, d_out, rngs=rngs)
        self.kernel = nnx.Param(layer.kernel[...])
        self.bias = nnx.Param(layer.bias[...])

    def __call__(self, x):
        return x @ self.kernel[...] + self.bias[...]


def train_by_hand(seed, x, y, lr, steps):
    model = Line(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    while len(losses) < steps:
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        for name in ("kernel", "bias"):
            param = getattr(model, name)
            param[...] -= lr * getattr(grads, name)[...]
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
