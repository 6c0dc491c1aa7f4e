"""Another activation."""

import jax
from flax import nnx


class Denoise(nnx.Module):
    """Halves a picture, doubles it again, cuts it to its size, and adds it."""

    def __init__(self, channels: int, *, rngs: nnx.Rngs):
        self.down = nnx.Conv(channels, 4, (3, 3), strides=2, rngs=rngs)
        self.up = nnx.ConvTranspose(4, channels, (4, 4), strides=2, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        _, height, width, _ = x.shape
        small = nnx.relu(self.down(x))
        return x + self.up(small)[:, :height, :width]


def conv_transpose(seed: int, x: jax.Array) -> jax.Array:
    """`x`, with what a fresh `Denoise` adds to it."""
    model = Denoise(x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x)
