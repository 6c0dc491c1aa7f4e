"""A subclass that patches itself."""

import jax.numpy as jnp
from flax import nnx


class Counting(nnx.Linear):
    def patch(self):
        nnx.update(self, {"bias": jnp.arange(self.bias.size, dtype=self.bias.dtype)})
        return self


def update_state(seed, x, features):
    return Counting(x.shape[0], int(features), rngs=nnx.Rngs(int(seed))).patch()(x)
