"""A model for one reading, mapped over the columns."""

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
    """What the model answers to each column of x, in rows."""
    model = Selector(x.shape[0], features, rngs=nnx.Rngs(seed))
    answer = nnx.vmap(lambda model, reading: model(reading), in_axes=(None, 1))
    return answer(model, x)
