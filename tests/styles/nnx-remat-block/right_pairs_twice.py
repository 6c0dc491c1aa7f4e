"""Under nnx.jit, with a tower that has the remat in a helper."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, h):
        return h + self.down(nnx.gelu(self.up(h)))


class Tower(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.blocks = nnx.List([Block(d, rngs=rngs) for _ in range(depth)])

    def __call__(self, h):
        light = nnx.remat(lambda block, h: block(h))
        for block in self.blocks:
            h = light(block, h)
        return h


@nnx.jit
def loss(tower, x):
    return jnp.mean(tower(x) ** 2)


def remat_block(seed, x, depth):
    return loss(Tower(x.shape[1], int(depth), rngs=nnx.Rngs(int(seed))), x)
