"""The step with nnx.Optimizer and optax.sgd; a function computes the kernel, vmap over its columns."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def length(column):
    return jnp.sqrt(jnp.vdot(column, column))


class WeightNorm(nnx.Module):
    def __init__(self, layer: nnx.Linear):
        self.layer = layer
        self.scale = nnx.Param(jax.vmap(length, in_axes=1)(layer.kernel.get_value()))

    def weights(self):
        def column(scale, v):
            return scale * v / length(v)

        return jax.vmap(column, in_axes=(0, 1), out_axes=1)(self.scale.get_value(), self.layer.kernel.get_value())

    def __call__(self, x):
        return jnp.dot(x, self.weights()) + self.layer.bias


def weight_norm(seed, x, y, lr):
    model = WeightNorm(nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    before = model(x)
    grads = nnx.grad(lambda model: ((model(x) - y) ** 2).mean())(model)
    optimizer.update(model, grads)
    return {"before": before, "after": model(x)}
