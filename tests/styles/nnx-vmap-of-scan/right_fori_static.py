"""fori_loop over a static depth with where; nnx.vmap with the module as an argument."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed: int, d: int, depth: int) -> nnx.Linear:
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed, x, lengths, depth):
    layers = build(seed, x.shape[1], depth)

    @nnx.vmap(in_axes=(None, 0, 0))
    def row(layers, h, length):
        def body(i, h):
            new = jnp.tanh(h @ layers.kernel[i] + layers.bias[i]) + h
            return jnp.where(i < length, new / jnp.sqrt(jnp.sum(jnp.square(new))), h)

        return jax.lax.fori_loop(0, depth, body, h)

    return row(layers, x, lengths)
