"""One sequence at a time, over a merged model."""

import jax
import jax.numpy as jnp
from flax import nnx


class Positions(nnx.Module):
    def __init__(self, max_len, d, *, rngs):
        self.table = nnx.Param(nnx.initializers.normal(0.02)(rngs.params(), (max_len, d), jnp.float32))

    def __call__(self, x, start):
        return x + jnp.roll(self.table[...], -start, axis=0)[: len(x)]


def learned_pos(seed, x, start, max_len):
    graphdef, state = nnx.split(Positions(max_len, x.shape[-1], rngs=nnx.Rngs(seed)))
    return jax.vmap(lambda state, x, s: nnx.merge(graphdef, state)(x, s), in_axes=(None, 0, 0))(state, x, start)
