"""Only the layer is reseeded."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    """A linear layer and dropout."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.linear(x))


def dropout_reseed(seed: int, x: jax.Array, mask_seed: int) -> jax.Array:
    """The output before and after the kernel grew, under one mask."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))

    nnx.reseed(model.drop, default=mask_seed)
    before = model(x)

    model.linear.kernel[...] *= 1.1
    nnx.reseed(model.drop, default=mask_seed)
    after = model(x)

    return jnp.stack([before, after])
