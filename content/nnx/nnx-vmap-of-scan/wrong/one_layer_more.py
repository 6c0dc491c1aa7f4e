"""Each row passes through a layer too many. The steps are counted from 0, so the step with number `length` is one after the last: compare with `<`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def one_row(h, layers, numbers, length):
    @nnx.scan(in_axes=(nnx.Carry, 0, 0, None), out_axes=nnx.Carry)
    def through(h, layer, i, length):
        new = jnp.tanh(layer(h)) + h
        return jnp.where(i <= length, new / jnp.sqrt(jnp.sum(new**2)), h)

    return through(h, layers, numbers, length)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    layers = build(seed, x.shape[1], depth)
    return nnx.vmap(one_row, in_axes=(0, None, None, 0))(x, layers, jnp.arange(depth), lengths)
