"""The numbers are right, but each silenced model is a full copy, down to its arrays. Only one kernel may be
new."""

# fact: has copy.deepcopy(model)

from typing import Any

import copy

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


def merge_aliasing(seed: int, x: jax.Array) -> dict[str, Any]:
    """The outputs with each layer silenced in turn, the model, and the silenced models."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    outputs, silenced = [model(x)], []
    for i in range(3):
        other = copy.deepcopy(model)
        other.layers[i].kernel = nnx.Param(jnp.zeros_like(other.layers[i].kernel[...]))
        outputs.append(other(x))
        silenced.append(other)
    return {"outputs": jnp.stack(outputs), "model": model, "silenced": silenced}
