"""jax.vmap and jax.lax.scan over the state."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed, x, lengths, depth):
    graphdef, state = nnx.split(build(seed, x.shape[1], depth))

    def row(h, length):
        def step(h, part):
            i, layer = part
            new = jnp.tanh(nnx.merge(graphdef, layer)(h)) + h
            return jax.lax.select(i < length, new / jnp.linalg.norm(new), h), None

        return jax.lax.scan(step, h, (jnp.arange(depth), state))[0]

    return jax.vmap(row)(x, lengths)
