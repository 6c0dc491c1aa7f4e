# The stream's own bernoulli, a product in place of where, the layer called under nnx.jit with a static flag.
from functools import partial

import jax.numpy as jnp
from flax import nnx


class Drop(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.keep = 1.0 - rate
        self.rngs = rngs.dropout.fork()

    def __call__(self, x, *, deterministic=False):
        if deterministic:
            return x
        coins = self.rngs.bernoulli(self.keep, x.shape)
        return x * coins.astype(x.dtype) / self.keep


@partial(nnx.jit, static_argnames="deterministic")
def run(layer, x, deterministic):
    return layer(x, deterministic=deterministic)


def dropout_scratch(seed, x, rate, deterministic):
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    return jnp.stack([run(layer, x, deterministic), run(layer, x, False)])
