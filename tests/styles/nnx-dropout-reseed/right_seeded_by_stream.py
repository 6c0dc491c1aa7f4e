"""Two models whose stream is made from mask_seed."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.linear(x))


def dropout_reseed(seed: int, x: jax.Array, mask_seed: int) -> jax.Array:
    before = Net(x.shape[1], rngs=nnx.Rngs(seed, dropout=mask_seed))(x)
    model = Net(x.shape[1], rngs=nnx.Rngs(seed, dropout=mask_seed))
    model.linear.kernel[...] *= 1.1
    return jnp.stack([before, model(x)])
