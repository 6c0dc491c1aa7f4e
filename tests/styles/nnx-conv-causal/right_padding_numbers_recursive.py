"""Padding in numbers; a module that holds the stack below it, in place of a list."""

from flax import nnx


class Memory(nnx.Module):
    def __init__(self, d, layers, *, rngs):
        self.below = nnx.data(Memory(d, layers - 1, rngs=rngs) if layers > 1 else None)
        back = 2 ** (layers - 1)
        self.conv = nnx.Conv(d, d, (2,), kernel_dilation=(back,), padding=[(back, 0)], rngs=rngs)

    def __call__(self, x):
        if self.below is not None:
            x = self.below(x)
        return x + nnx.tanh(self.conv(x))


def conv_causal(seed, x, layers):
    return Memory(x.shape[-1], layers, rngs=nnx.Rngs(seed))(x)
