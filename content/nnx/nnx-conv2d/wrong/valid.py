"""The kernel stays inside of `x`, so the output loses rows and columns at the borders. What lies outside counts as
zero here, and the output has as many moments and bands as `x`. That is what `"SAME"` does."""

# fact: has nnx.Conv(..., padding='VALID')

import jax
from flax import nnx


class Listener(nnx.Module):
    """One convolution over the two spatial axes of a spectrogram."""

    def __init__(self, channels: int, features: int, *, rngs: nnx.Rngs):
        self.conv = nnx.Conv(channels, features, kernel_size=(5, 3), padding="VALID", rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.conv(x)


def conv2d(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The features of each place, from the 5 moments and 3 bands around it."""
    model = Listener(x.shape[-1], features, rngs=nnx.Rngs(seed))
    return model(x)
