"""Two pieces, each with half of the blocks."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, h):
        return h + self.down(nnx.gelu(self.up(h)))


@nnx.remat
def piece(blocks, h):
    for block in blocks:
        h = block(h)
    return h


def remat_block(seed, x, depth):
    rngs = nnx.Rngs(seed)
    blocks = [Block(x.shape[1], rngs=rngs) for _ in range(depth)]
    half = depth // 2
    return jnp.mean(piece(blocks[half:], piece(blocks[:half], x)) ** 2)
