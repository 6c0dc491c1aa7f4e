"""A helper, and outputs in a second loop, compiled."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    """Three layers, each of which adds something to its input."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        bias = nnx.initializers.normal(1.0)
        self.layers = nnx.List(nnx.Linear(d, d, bias_init=bias, rngs=rngs) for _ in range(3))

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = x + jnp.tanh(layer(x))
        return x


def without(model, i):
    graphdef, state = nnx.split(model)
    other = nnx.merge(graphdef, state)
    layer = other.layers[i]
    layer.kernel = nnx.Param(jnp.zeros(layer.kernel.shape, layer.kernel.dtype))
    return other


@nnx.jit
def call(model, x):
    return model(x)


def merge_aliasing(seed: int, x: jax.Array) -> dict[str, Any]:
    """The outputs with each layer silenced in turn, the model, and the silenced models."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    silenced = [without(model, i) for i in range(3)]
    outputs = [call(one, x) for one in (model, *silenced)]
    return {"outputs": jnp.stack(outputs), "model": model, "silenced": silenced}
