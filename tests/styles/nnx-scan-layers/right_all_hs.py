"""Every h is kept, and measured afterwards; under nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, h):
        return self.down(nnx.gelu(self.up(h)))


def build(seed, d, n):
    keys = jax.random.split(jax.random.key(seed), n)
    return nnx.vmap(lambda key: Block(d, rngs=nnx.Rngs(key)))(keys)


@nnx.jit
def run(blocks, x):
    @nnx.scan
    def step(h, block):
        h = h + block(h)
        return h, h

    return step(x, blocks)


def scan_layers(seed, x, n):
    h, hs = run(build(seed, x.shape[1], n), x)
    return h, jnp.sqrt(jnp.mean(hs**2, axis=(1, 2)))
