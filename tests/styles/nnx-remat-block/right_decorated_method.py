"""The method is decorated."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    @nnx.remat
    def __call__(self, h):
        return h + self.down(nnx.gelu(self.up(h)))


def remat_block(seed, x, depth):
    rngs = nnx.Rngs(seed)
    for _ in range(depth):
        x = Block(x.shape[1], rngs=rngs)(x)
    return jnp.mean(x**2)
