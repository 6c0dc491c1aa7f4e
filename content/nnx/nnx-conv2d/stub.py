"""A convolution that sees one row

conv2d(seed, x, features) applies one convolution to a batch
of spectrograms: rows are moments in time, columns are bands
of frequency. The output at each place should depend on the
5 moments and 3 bands around it.

The output has the right shape. But two sounds that differ in
one moment have outputs that differ in that moment only. Find
out why, and mend it.

    seed      int
    x         float32 array of shape
              (n, moments, bands, channels)
    features  int, how many output channels
    returns   float32 array of shape
              (n, moments, bands, features)

The layer keeps its attribute name conv, is an nnx.Conv with
a bias and the default initializers, and is built with
nnx.Rngs(seed). What lies outside of x counts as zero.

The values are compared with the reference's. Besides, it is
checked that an nnx.Conv is used, and that the output depends
on its kernel and its bias.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Listener(nnx.Module):
    def __init__(
        self,
        channels: int,
        features: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.conv = nnx.Conv(
            channels,
            features,
            kernel_size=5,
            padding="SAME",
            rngs=rngs,
        )

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.conv(x)


def conv2d(
    seed: int,
    x: jax.Array,
    features: int,
) -> jax.Array:
    model = Listener(
        x.shape[-1],
        features,
        rngs=nnx.Rngs(seed),
    )
    return model(x)
