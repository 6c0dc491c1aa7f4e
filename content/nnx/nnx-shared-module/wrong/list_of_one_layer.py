"""A list times three holds one layer at three places, and that is an alias as well. Keep the layer at one
attribute, and loop over the calls."""

# fact: has [_] * 3

import jax
import jax.numpy as jnp
from flax import nnx


class Looped(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs)] * 3)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return x


def shared_module(seed: int, x: jax.Array, y: jax.Array) -> dict[str, jax.Array]:
    model = Looped(x.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: Looped) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    return {"loss": loss, "kernel": grads["layers"][0].kernel[...], "bias": grads["layers"][0].bias[...]}
