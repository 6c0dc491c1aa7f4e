"""Inverted dropout

`Thinned` should drop each number of its input with
probability `rate`, and keep the mean where it was:
averaged over many calls, the output is x. It does
neither. With rate=0.2 four of five numbers are zero,
the few that remain are six times as large as they were,
and the mean has grown by a quarter. Find out why, and
mend it.

`dropout_scaling(seed, x, rate)` builds a Thinned with
nnx.Rngs(seed), and returns what one call of it in
training gives for x. The numbers should be those of
the nnx.Dropout that it keeps.

    seed     int
    x        float32 array of shape (n,)
    rate     float, at least 0 and less than 1: the
             probability that a number is dropped
    returns  float32 array of shape (n,)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        self.drop = nnx.Dropout(1.0 - rate, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(x) / (1.0 - self.rate)


def dropout_scaling(
    seed: int,
    x: jax.Array,
    rate: float,
) -> jax.Array:
    layer = Thinned(rate, rngs=nnx.Rngs(seed))
    return layer(x)
