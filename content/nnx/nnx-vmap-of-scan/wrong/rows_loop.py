"""The rows are in a Python loop, so the program has a scan for each of them. The layers are scanned as they should be, and the numbers are right. Write
the program for one row, and map it over the rows."""

# fact: has for

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed: int, d: int, depth: int) -> nnx.Linear:
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def one_layer(h: jax.Array, layer: nnx.Linear, i: jax.Array, length: jax.Array) -> jax.Array:
    new = jnp.tanh(layer(h)) + h
    new = new / jnp.sqrt(jnp.sum(new**2))
    return jnp.where(i < length, new, h)


def one_row(h: jax.Array, layers: nnx.Linear, numbers: jax.Array, length: jax.Array) -> jax.Array:
    through = nnx.scan(one_layer, in_axes=(nnx.Carry, 0, 0, None), out_axes=nnx.Carry)
    return through(h, layers, numbers, length)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    layers = build(seed, x.shape[1], depth)
    rows = [one_row(h, layers, jnp.arange(depth), length) for h, length in zip(x, lengths)]
    return jnp.stack(rows)
