"""The residual is lost: what a convolution gives replaces `x`. In the stub it is added to `x`, in each layer. Only the
distance of the taps has to change."""

# fact: checks

import jax
from flax import nnx


class Memory(nnx.Module):
    def __init__(self, d: int, layers: int, *, rngs: nnx.Rngs):
        self.convs = nnx.List()
        for layer in range(layers):
            conv = nnx.Conv(d, d, kernel_size=(2,), kernel_dilation=2**layer, padding="CAUSAL", rngs=rngs)
            self.convs.append(conv)

    def __call__(self, x: jax.Array) -> jax.Array:
        for conv in self.convs:
            x = nnx.tanh(conv(x))
        return x


def conv_causal(seed: int, x: jax.Array, layers: int) -> jax.Array:
    model = Memory(x.shape[-1], layers, rngs=nnx.Rngs(seed))
    return model(x)
