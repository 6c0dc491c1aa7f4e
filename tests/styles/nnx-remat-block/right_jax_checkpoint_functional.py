"""Pure function of the arrays of a block, in plain jnp, with jax.checkpoint, under jit."""

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


@jax.checkpoint
def block(weights, h):
    up, b, down, c = weights
    return h + jax.nn.gelu(h @ up + b) @ down + c


def remat_block(seed, x, depth):
    tower = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    weights = [(b.up.kernel[...], b.up.bias[...], b.down.kernel[...], b.down.bias[...]) for b in tower.blocks]

    @jax.jit
    def loss(weights, h):
        for w in weights:
            h = block(w, h)
        return jnp.mean(h**2)

    return loss(weights, x)
