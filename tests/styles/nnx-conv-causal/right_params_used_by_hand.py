"""The convolutions hold the Params; two shifted products do the work."""

import jax.numpy as jnp
from flax import nnx


class Memory(nnx.Module):
    def __init__(self, d, layers, *, rngs):
        self.convs = nnx.List([nnx.Conv(d, d, 2, padding="CAUSAL", rngs=rngs) for _ in range(layers)])

    def __call__(self, x):
        steps = x.shape[1]
        for layer, conv in enumerate(self.convs):
            earlier = jnp.pad(x, ((0, 0), (2**layer, 0), (0, 0)))[:, :steps]
            x = x + jnp.tanh(earlier @ conv.kernel[0] + x @ conv.kernel[1] + conv.bias)
        return x


def conv_causal(seed, x, layers):
    return Memory(x.shape[-1], layers, rngs=nnx.Rngs(seed))(x)
