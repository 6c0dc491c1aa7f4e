"""Each row has a scan of its own, in a Python loop."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed, x, lengths, depth):
    @nnx.scan(in_axes=(nnx.Carry, 0, 0, None), out_axes=nnx.Carry)
    def through(h, layer, i, length):
        new = jnp.tanh(layer(h)) + h
        return jnp.where(i < length, new / jnp.linalg.norm(new), h)

    layers, numbers = build(seed, x.shape[1], depth), jnp.arange(depth)
    return jnp.stack([through(h, layers, numbers, length) for h, length in zip(x, lengths, strict=True)])
