"""A fori_loop picks the block by its number."""

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
    graphdef, state = nnx.split(build(seed, x.shape[1], n))

    def body(i, carry):
        h, sizes = carry
        h = h + nnx.merge(graphdef, jax.tree.map(lambda a: a[i], state))(h)
        return h, sizes.at[i].set(jnp.linalg.norm(h) / h.size**0.5)

    return jax.lax.fori_loop(0, n, body, (x, jnp.zeros(n)))
