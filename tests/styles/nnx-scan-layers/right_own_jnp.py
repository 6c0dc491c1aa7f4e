"""The layers by hand, over a tuple of the stacked Params."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return self.down(nnx.gelu(self.up(h)))


def build(seed: int, d: int, n: int) -> Block:
    keys = jax.random.split(jax.random.key(seed), n)
    return nnx.vmap(lambda key: Block(d, rngs=nnx.Rngs(key)))(keys)


def scan_layers(seed, x, n):
    blocks = build(seed, x.shape[1], n)
    weights = (blocks.up.kernel[...], blocks.up.bias[...], blocks.down.kernel[...], blocks.down.bias[...])

    def step(h, w):
        up, b, down, c = w
        h = h + jax.nn.gelu(h @ up + b) @ down + c
        return h, jnp.linalg.norm(h) / jnp.sqrt(h.size)

    return jax.lax.scan(step, x, weights)
