"""Encoder and decoder are modules of their own."""

from flax import nnx


class Encoder(nnx.Module):
    def __init__(self, channels, *, rngs):
        self.conv = nnx.Conv(channels, 4, (3, 3), strides=2, rngs=rngs)

    def __call__(self, x):
        return nnx.tanh(self.conv(x))


class Decoder(nnx.ConvTranspose):
    def __call__(self, x, size):
        return super().__call__(x)[:, : size[0], : size[1]]


def conv_transpose(seed, x):
    rngs = nnx.Rngs(seed)
    encode = Encoder(x.shape[-1], rngs=rngs)
    decode = Decoder(4, x.shape[-1], (4, 4), strides=2, padding="SAME", rngs=rngs)
    return x + decode(encode(x), x.shape[1:3])
