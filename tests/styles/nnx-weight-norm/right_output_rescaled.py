"""The layer is called, and its output without the bias is scaled; a step by attribute writes."""

import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Module):
    def __init__(self, layer):
        self.layer = layer
        self.scale = nnx.Param(self.lengths())

    def lengths(self):
        return jnp.sqrt(jnp.sum(self.layer.kernel[...] ** 2, axis=0))

    def __call__(self, x):
        bias = self.layer.bias[...]
        return (self.layer(x) - bias) * (self.scale / self.lengths()) + bias


def weight_norm(seed, x, y, lr):
    model = WeightNorm(nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)))
    before = model(x)
    grads = nnx.grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
    model.scale[...] -= lr * grads.scale[...]
    model.layer.kernel[...] -= lr * grads.layer.kernel[...]
    model.layer.bias[...] -= lr * grads.layer.bias[...]
    return {"before": before, "after": model(x)}
