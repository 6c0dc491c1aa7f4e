"""The blocks have the entry None, so each step gets the whole stack, with kernels of three axes. A step should get one block:
the stack has its blocks along axis 0, and that is its entry in `in_axes`."""

# fact: has nnx.scan(..., in_axes=(nnx.Carry, None))

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
    @nnx.scan(in_axes=(nnx.Carry, None), out_axes=(nnx.Carry, 0), length=n)
    def through(h, block):
        h = h + block(h)
        return h, jnp.sqrt(jnp.mean(h**2))

    return through(x, build(seed, x.shape[1], n))
