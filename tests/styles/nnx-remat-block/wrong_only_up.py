"""Only up and gelu are recomputed: what goes into down is kept."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return h + self.down(nnx.gelu(self.up(h)))


class Tower(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        blocks = [Block(d, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)

    def __call__(self, h: jax.Array) -> jax.Array:
        for block in self.blocks:
            h = block(h)
        return h


class LightBlock(Block):
    @nnx.remat
    def wide(self, h):
        return nnx.gelu(self.up(h))

    def __call__(self, h):
        return h + self.down(self.wide(h))


def remat_block(seed, x, depth):
    rngs = nnx.Rngs(seed)
    h = x
    for block in [LightBlock(x.shape[1], rngs=rngs) for _ in range(depth)]:
        h = block(h)
    return jnp.mean(h**2)
