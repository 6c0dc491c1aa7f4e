"""Dropout by hand

Write a layer that does what nnx.Dropout does.

    constructor  takes the rate and rngs, and keeps a
                 fork of the stream `dropout` of rngs
    __call__     in training takes ONE key from it, and
                 draws with it a coin for each element:
                 jax.random.bernoulli(key, p, x.shape),
                 where True means kept. What is dropped
                 is 0; what is kept is scaled such that
                 the mean stays. With deterministic=True
                 it returns x, and takes no key.

`dropout_scratch(seed, x, rate, deterministic)` builds
one layer with nnx.Rngs(dropout=seed), calls it on x
with `deterministic` as it is given, then a second time
in training, and returns both outputs. All numbers are
those of an nnx.Dropout with the same rate and seed.

    seed           int
    x              float32 array of any shape
    rate           float, at least 0 and less than 1: the
                   probability to drop an element
    deterministic  bool: whether the first call is one
                   without dropout
    returns        float32 array of shape (2, *x.shape)

The values are compared with the reference's. Besides, it
is checked that no nnx.Dropout does the work.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        # The layer keeps no stream of keys yet.

    def __call__(
        self,
        x: jax.Array,
        *,
        deterministic: bool = False,
    ) -> jax.Array:
        # In place of x: what dropout makes of it.
        return x


def dropout_scratch(
    seed: int,
    x: jax.Array,
    rate: float,
    deterministic: bool,
) -> jax.Array:
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    first = layer(x, deterministic=deterministic)
    return jnp.stack([first, layer(x)])
