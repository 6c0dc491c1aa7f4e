"""The distance of the taps grows by one with each layer: 1, 2, 3. From the third layer on, windows overlap: steps
are counted twice, and the stack sees fewer than `2 ** layers` steps. The distance has to double."""

# fact: has nnx.Conv(..., kernel_dilation=_ + 1)

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
                kernel_dilation=i + 1,
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
