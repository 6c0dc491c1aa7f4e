"""`kernel_size` is one number, so the kernel has one spatial axis. All axes before the bands are then batch axes:
each moment is convolved alone, and the shape of the output does not show it. Give one length for each spatial
axis, in a tuple."""

# fact: has nnx.Conv(..., kernel_size=3)

import jax
from flax import nnx


class Listener(nnx.Module):
    """One convolution over the two spatial axes of a spectrogram."""

    def __init__(self, channels: int, features: int, *, rngs: nnx.Rngs):
        self.conv = nnx.Conv(channels, features, kernel_size=3, padding="SAME", rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.conv(x)


def conv2d(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The features of each place, from the 5 moments and 3 bands around it."""
    model = Listener(x.shape[-1], features, rngs=nnx.Rngs(seed))
    return model(x)
