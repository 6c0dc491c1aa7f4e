"""Positions that go on

learned_pos(seed, x, start, max_len) adds learned positions
to a batch of sequences. Every sequence begins at position 0
so far. Extend it: the first vector of sequence i stands at
position start[i], the next one at start[i] + 1, and so on.
A batch holds sequences that have come to different places.

The table stays as it is: attribute table, an nnx.Param of
shape (max_len, d), drawn as below.

    seed     int
    x        float32 array of shape (n, steps, d)
    start    int32 array of shape (n,); start[i] + steps is
             at most max_len
    max_len  int, how many positions the table has
    returns  float32 array of the shape of x

The values are compared with the reference's. Besides, it is
checked that table is an nnx.Param of this shape that holds
what is drawn below, and that the output depends on it.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.

So no start may become a Python number.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Positions(nnx.Module):
    def __init__(
        self,
        max_len: int,
        d: int,
        *,
        rngs: nnx.Rngs,
    ):
        draw = nnx.initializers.normal(0.02)
        key = rngs.params()
        self.table = nnx.Param(draw(key, (max_len, d)))

    def __call__(
        self,
        x: jax.Array,
        start: jax.Array,
    ) -> jax.Array:
        steps = x.shape[1]
        index = jnp.arange(steps)
        return x + self.table[index]


def learned_pos(
    seed: int,
    x: jax.Array,
    start: jax.Array,
    max_len: int,
) -> jax.Array:
    model = Positions(
        max_len,
        x.shape[-1],
        rngs=nnx.Rngs(seed),
    )
    return model(x, start)
