"""A subclass of nnx.Linear that takes no bias and fills the kernel."""

import jax
from flax import nnx


class NoBias(nnx.Linear):
    def __init__(self, din, dout, *, rngs):
        key = rngs.params()
        super().__init__(din, dout, use_bias=False, rngs=rngs)
        self.kernel[...] = jax.random.normal(key, (din, dout)) / din**0.5


def linear_no_bias(seed, x, features):
    return NoBias(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
