"""The gradient is right now, for `nnx.value_and_grad` in graph mode knows that the three attributes are one layer.
The model still has the alias: tree mode refuses it, and `jax.grad` is wrong about it. Keep the layer at one
attribute."""

# fact: has self.second = self.first

import jax
import jax.numpy as jnp
from flax import nnx


class Looped(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, d, rngs=rngs)
        self.second = self.first
        self.third = self.first

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nnx.tanh(self.first(x))
        x = nnx.tanh(self.second(x))
        return nnx.tanh(self.third(x))


def shared_module(seed: int, x: jax.Array, y: jax.Array) -> dict[str, jax.Array]:
    model = Looped(x.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: Looped) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    return {"loss": loss, "kernel": grads.first.kernel[...], "bias": grads.first.bias[...]}
