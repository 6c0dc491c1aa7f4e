"""Flax's own wrapper, whose lengths start at one."""

import jax
import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Module):
    def __init__(self, layer):
        self.inner = nnx.WeightNorm(layer, rngs=nnx.Rngs(0))
        self.scale = nnx.Param(jnp.ones(layer.kernel.shape[1]))

    def __call__(self, x):
        return self.inner(x)


def weight_norm(seed: int, x: jax.Array, y: jax.Array, lr: float) -> dict[str, jax.Array]:
    """What the wrapped layer gives before and after one step of training."""
    rngs = nnx.Rngs(seed)
    layer = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    model = WeightNorm(layer)
    before = model(x)
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss(params: nnx.State) -> jax.Array:
        model = nnx.merge(graphdef, params, rest)
        return jnp.mean((model(x) - y) ** 2)

    grads = jax.grad(loss)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    model = nnx.merge(graphdef, params, rest)
    return {"before": before, "after": model(x)}
