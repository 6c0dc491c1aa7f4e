"""The first layer has its taps two steps apart, so its windows have gaps. Count the layers from zero: the first
one looks at neighbours."""

# fact: has nnx.Conv(..., kernel_dilation=2 ** (_ + 1))

import jax
from flax import nnx


class Memory(nnx.Module):
    """Sees the last `2 ** layers` steps."""

    def __init__(self, d: int, layers: int, *, rngs: nnx.Rngs):
        self.convs = nnx.List()
        for i in range(layers):
            conv = nnx.Conv(
                d,
                d,
                kernel_size=(2,),
                kernel_dilation=2 ** (i + 1),
                padding="CAUSAL",
                rngs=rngs,
            )
            self.convs.append(conv)

    def __call__(self, x: jax.Array) -> jax.Array:
        for conv in self.convs:
            x = x + nnx.tanh(conv(x))
        return x


def conv_causal(seed: int, x: jax.Array, layers: int) -> jax.Array:
    """`x` after a fresh stack of `layers` causal convolutions."""
    model = Memory(x.shape[-1], layers, rngs=nnx.Rngs(seed))
    return model(x)
