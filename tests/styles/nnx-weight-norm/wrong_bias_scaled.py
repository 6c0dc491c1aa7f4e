"""The bias is multiplied as well."""

import jax
import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Module):
    """Wraps a layer: its kernel gives the directions of the columns, `scale` their lengths."""

    def __init__(self, layer: nnx.Linear):
        self.layer = layer
        self.scale = nnx.Param(jnp.linalg.norm(layer.kernel[...], axis=0))

    def __call__(self, x: jax.Array) -> jax.Array:
        kernel = self.layer.kernel[...]
        unit = kernel / jnp.linalg.norm(kernel, axis=0)
        return (x @ unit + self.layer.bias) * self.scale


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
