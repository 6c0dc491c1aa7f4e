"""Bands and moments change places, and the kernel's lengths with them; the kernel is turned."""

from flax import nnx


def conv2d(seed, x, features):
    conv = nnx.Conv(x.shape[-1], features, kernel_size=(5, 3), rngs=nnx.Rngs(seed))
    turned = nnx.Conv(x.shape[-1], features, kernel_size=(3, 5), rngs=nnx.Rngs(seed))
    turned.kernel[...] = conv.kernel[...].swapaxes(0, 1)
    turned.bias[...] = conv.bias[...]
    return turned(x.swapaxes(1, 2)).swapaxes(1, 2)
