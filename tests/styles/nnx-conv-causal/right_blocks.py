"""A block for each layer, in a Sequential."""

from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, distance, *, rngs):
        self.conv = nnx.Conv(d, d, (2,), padding="CAUSAL", kernel_dilation=distance, rngs=rngs)

    def __call__(self, x):
        return x + nnx.tanh(self.conv(x))


def conv_causal(seed, x, layers):
    rngs = nnx.Rngs(seed)
    distance, blocks = 1, []
    while len(blocks) < layers:
        blocks.append(Block(x.shape[2], distance, rngs=rngs))
        distance += distance
    return nnx.Sequential(*blocks)(x)
