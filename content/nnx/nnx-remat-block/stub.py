"""Recompute instead of store

`remat_block(seed, x, depth)` computes the loss of a deep tower of
residual blocks. Its gradient keeps five arrays of each block.
Refactor it: the same loss and the same gradient, and of each block
no more is kept than what goes into it. Recompute block by block:
while the backward pass is in one block, the activations of the
others should not exist.

    seed     int
    x        float32 array of shape (rows, d)
    depth    int, 2 or more: how many blocks
    returns  the loss, a float32 scalar: the mean of h ** 2
             over what the last block gives

The Params stay as they are drawn: block by block, with one Rngs.

The values are compared with the reference's. Besides, it is checked
that each block is recomputed by itself (the program has a remat for
each, or one inside a scan over the blocks), and that for the gradient
nothing inside of a block is kept: its hidden activations are
recomputed, all of them.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

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


def remat_block(seed: int, x: jax.Array, depth: int) -> jax.Array:
    tower = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    return jnp.mean(tower(x) ** 2)
