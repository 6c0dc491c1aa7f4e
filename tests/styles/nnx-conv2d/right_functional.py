"""One sound at a time, by vmap over a merged model."""

import jax
from flax import nnx


class Listener(nnx.Module):
    def __init__(self, channels, features, *, rngs):
        self.conv = nnx.Conv(channels, features, kernel_size=(5, 3), rngs=rngs)

    def __call__(self, x):
        return self.conv(x)


def conv2d(seed, x, features):
    graphdef, state = nnx.split(Listener(x.shape[-1], features, rngs=nnx.Rngs(seed)))
    return jax.vmap(lambda sound: nnx.merge(graphdef, state)(sound))(x)
