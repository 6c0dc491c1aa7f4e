"""The scan is unrolled altogether."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, h):
        return self.down(nnx.gelu(self.up(h)))


def scan_layers(seed, x, n):
    keys = jax.random.split(jax.random.key(seed), n)
    h, sizes = x, []
    for key in keys:
        h = h + Block(x.shape[1], rngs=nnx.Rngs(key))(h)
        sizes.append(jnp.sqrt(jnp.mean(h**2)))
    return h, jnp.stack(sizes)
