"""A comprehension is still a loop in Python: the model is in the program once for each reading. The values are right; what
the task asks for is one program for any number of readings. Map the model over the axis of the readings."""

# fact: has jnp.stack([_ for _ in _])

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
    return jnp.stack([model(reading) for reading in x.T])
