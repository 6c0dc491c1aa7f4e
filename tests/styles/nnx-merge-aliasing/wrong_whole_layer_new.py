# Subtle: the whole layer is replaced: its bias is a copy.
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
        other = nnx.merge(*nnx.split(model))
        layer = nnx.clone(other.layers[i])
        layer.kernel[...] = jnp.zeros_like(layer.kernel)
        other.layers[i] = layer
        outputs.append(other(x))
        silenced.append(other)
    return {
        "outputs": jnp.stack(outputs),
        "model": model,
        "silenced": silenced,
    }
