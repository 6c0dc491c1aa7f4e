"""The stack is the first argument, and the carry is a tuple."""

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


def scan_layers(seed, x, n):
    def step(block, carry):
        h, sizes, i = carry
        h = h + block(h)
        return h, sizes.at[i].set(jnp.sqrt(jnp.mean(h * h))), i + 1

    run = nnx.scan(step, in_axes=(0, nnx.Carry), out_axes=nnx.Carry)
    h, sizes, _ = run(build(seed, x.shape[1], n), (x, jnp.zeros(n), 0))
    return h, sizes
