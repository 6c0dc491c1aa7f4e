"""`up` was created before `down` and took its key, so both layers have other numbers than they should. Layers draw
their keys in the order in which they are created: `down` comes first."""

# fact: checks

import jax
from flax import nnx


class Denoise(nnx.Module):
    def __init__(self, channels: int, *, rngs: nnx.Rngs):
        self.up = nnx.ConvTranspose(4, channels, (4, 4), strides=2, rngs=rngs)
        self.down = nnx.Conv(channels, 4, (3, 3), strides=2, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h, w = x.shape[1:3]
        return x + self.up(nnx.tanh(self.down(x)))[:, :h, :w]


def conv_transpose(seed: int, x: jax.Array) -> jax.Array:
    model = Denoise(x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x)
