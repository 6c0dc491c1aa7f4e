"""Nothing is kept, since no gradient flows: `jax.lax.stop_gradient` cuts the tower off from the loss. The gradient has to stay
what it was. Let the backward pass recompute the blocks."""

# fact: has jax.lax.stop_gradient(_)

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
            h = jax.lax.stop_gradient(block(h))
        return h


def remat_block(seed: int, x: jax.Array, depth: int) -> jax.Array:
    tower = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    return jnp.mean(tower(x) ** 2)
