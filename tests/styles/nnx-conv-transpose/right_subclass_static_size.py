"""The decoder is a subclass that is told the size; the sum is made by adding into the result."""

from flax import nnx


class UpTo(nnx.ConvTranspose):
    def __call__(self, inputs, size):
        out = super().__call__(inputs)
        return out[..., : size[0], : size[1], :]


class Denoise(nnx.Module):
    def __init__(self, channels, *, rngs):
        self.down = nnx.Conv(channels, 4, (3, 3), strides=2, rngs=rngs)
        self.up = UpTo(4, channels, (4, 4), strides=2, rngs=rngs)

    def __call__(self, x):
        return self.up(nnx.tanh(self.down(x)), x.shape[1:3]) + x


def conv_transpose(seed, x):
    graphdef, state = nnx.split(Denoise(x.shape[-1], rngs=nnx.Rngs(params=seed)))
    return nnx.merge(graphdef, state)(x)
