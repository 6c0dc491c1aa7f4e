"""The rows are divided by one length for all: the sum of squares ran over the whole batch. In a function for one row, which is then mapped, the same
line means this row alone. (For a batch it needs `axis=-1` and `keepdims=True`.)"""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    @nnx.scan(in_axes=(nnx.Carry, 0, 0), out_axes=nnx.Carry)
    def through(h, layer, i):
        new = jnp.tanh(layer(h)) + h
        return jnp.where(i < lengths[:, None], new / jnp.sqrt(jnp.sum(new**2)), h)

    return through(x, build(seed, x.shape[1], depth), jnp.arange(depth))
