"""All blocks answered to the same `x`: they were mapped, and none saw what the one before it made. Depth is a chain. That is
what the carry of a scan is for."""

# fact: checks

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


def scan_layers(seed: int, x: jax.Array, n: int) -> tuple[jax.Array, jax.Array]:
    hs = nnx.vmap(lambda block, h: h + block(h), in_axes=(0, None))(build(seed, x.shape[1], n), x)
    return hs[-1], jnp.sqrt(jnp.mean(hs**2, axis=(1, 2)))
