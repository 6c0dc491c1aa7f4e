"""The rows of x are mapped, and the model is made for the length of a row."""

import jax
import jax.numpy as jnp
from flax import nnx


class Selector(nnx.Module):
    """Answers to ONE reading of shape (d,)."""

    def __init__(self, d: int, features: int, *, rngs: nnx.Rngs):
        self.score = nnx.Linear(d, d, rngs=rngs)
        self.out = nnx.Linear(d, features, rngs=rngs)

    def __call__(self, reading: jax.Array) -> jax.Array:
        scaled = reading / jnp.abs(reading).max()
        weights = nnx.softmax(self.score(scaled))
        return self.out(weights * reading)


def vmap_batch(seed: int, x: jax.Array, features: int) -> jax.Array:
    model = Selector(x.shape[1], features, rngs=nnx.Rngs(seed))
    return nnx.vmap(lambda model, reading: model(reading), in_axes=(None, 0))(model, x)
