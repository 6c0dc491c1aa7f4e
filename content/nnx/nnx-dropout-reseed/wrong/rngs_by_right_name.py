"""Your two outputs have different masks, and `mask_seed` has no part in either: `nnx.reseed` was given the
`rngs`, and the layer does not keep that. It keeps a fork, made when it was built. Reseed the model."""

# fact: has nnx.reseed(rngs, default=_)

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
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)

    nnx.reseed(rngs, default=mask_seed)
    before = model(x)

    model.linear.kernel[...] *= 1.1
    nnx.reseed(rngs, default=mask_seed)
    after = model(x)

    return jnp.stack([before, after])
