"""The model was mapped as well. Without an entry of its own each argument is mapped over axis 0, so a kernel of shape
`(d, d)` is taken for `d` kernels. There is one model for all readings: its entry in `in_axes` is None."""

# fact: has nnx.vmap(...)
# fact: has not nnx.vmap(..., in_axes=(None, _))

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
    return nnx.vmap(lambda model, reading: model(reading))(model, x.T)
