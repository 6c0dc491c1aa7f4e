"""Only the last size comes back."""

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


@nnx.scan(in_axes=(nnx.Carry, 0), out_axes=nnx.Carry)
def step(carry, block):
    h, _ = carry
    h = h + block(h)
    return h, jnp.sqrt(jnp.mean(h**2))


def scan_layers(seed, x, n):
    return step((x, jnp.array(0.0)), build(seed, x.shape[1], n))
