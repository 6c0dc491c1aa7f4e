"""The gradients of the three uses are added by hand. That gives the right sum, but the alias is still there, and
every other use of the model has to know of it. With one attribute there is one gradient."""

# fact: has self.second = self.first
# fact: has grads.third

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

    loss, grads = jax.value_and_grad(mean_error)(model)
    used = grads.first, grads.second, grads.third
    return {
        "loss": loss,
        "kernel": sum(layer.kernel[...] for layer in used),
        "bias": sum(layer.bias[...] for layer in used),
    }
