"""Each spectrogram alone, under vmap: a picture needs no batch axis."""

import jax
from flax import nnx


class Listener(nnx.Module):
    conv: nnx.Conv

    def __init__(self, conv: nnx.Conv):
        self.conv = conv

    def __call__(self, x):
        return jax.vmap(self.conv)(x)


def conv2d(seed, x, features):
    rngs = nnx.Rngs(seed)
    return Listener(nnx.Conv(in_features=x.shape[-1], out_features=features, kernel_size=(5, 3), rngs=rngs))(x)
