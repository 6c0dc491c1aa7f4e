"""jax.lax.scan over the state, merged inside."""

import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.up = nnx.Linear(d, 2 * d, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, rngs=rngs)

    def __call__(self, h):
        return self.down(nnx.gelu(self.up(h)))


def scan_layers(seed, x, n):
    keys = jax.random.split(jax.random.key(seed), n)
    graphdef, state = nnx.split(jax.vmap(lambda key: Block(x.shape[1], rngs=nnx.Rngs(key)))(keys))

    def step(h, part):
        h += nnx.merge(graphdef, part)(h)
        return h, (h**2).mean() ** 0.5

    return jax.lax.scan(step, x, state)
