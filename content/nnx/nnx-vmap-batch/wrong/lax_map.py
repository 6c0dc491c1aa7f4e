"""`jax.lax.map` calls the function once for each reading, one after the other: it is a loop, written shorter. The values are
right, and nothing is done at once. `nnx.vmap` turns the products of all readings into one."""

# fact: has jax.lax.map(...)

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
    return jax.lax.map(model, x.T)
