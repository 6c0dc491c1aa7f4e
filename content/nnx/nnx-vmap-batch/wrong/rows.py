"""The rows of `x` were mapped, and the readings are its columns. The entry for `x` in `in_axes` is the axis along which
the readings lie: 1. (Or transpose `x` first.)"""

# fact: has nnx.vmap(..., in_axes=(None, 0))
# fact: has not x.T

import jax
import jax.numpy as jnp
from flax import nnx


class Selector(nnx.Module):
    def __init__(self, d: int, features: int, *, rngs: nnx.Rngs):
        self.score = nnx.Linear(d, d, rngs=rngs)
        self.out = nnx.Linear(d, features, rngs=rngs)

    def __call__(self, reading: jax.Array) -> jax.Array:
        scaled = reading / jnp.abs(reading).max()
        weights = nnx.softmax(self.score(scaled))
        return self.out(weights * reading)


def vmap_batch(seed: int, x: jax.Array, features: int) -> jax.Array:
    model = Selector(x.shape[0], features, rngs=nnx.Rngs(seed))
    return nnx.vmap(lambda model, reading: model(reading), in_axes=(None, 0))(model, x)
