# copy.copy of the model and of one layer; a new List around the same layers.
import copy
from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        bias = nnx.initializers.normal(1.0)
        self.layers = nnx.List(nnx.Linear(d, d, bias_init=bias, rngs=rngs) for _ in range(3))

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = x + jnp.tanh(layer(x))
        return x


def merge_aliasing(seed: int, x: jax.Array) -> dict[str, Any]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    outputs, silenced = [model(x)], []
    for i in range(3):
        other = copy.copy(model)
        quiet = copy.copy(model.layers[i])
        quiet.kernel = nnx.Param(0.0 * model.layers[i].kernel[...])
        other.layers = nnx.List(quiet if j == i else model.layers[j] for j in range(3))
        outputs.append(other(x))
        silenced.append(other)
    return {
        "outputs": jnp.stack(outputs),
        "model": model,
        "silenced": silenced,
    }
