"""The layers are in a Python loop, so the program has each of them once more. The rows go together, and the numbers are right. A scan steps through a
stack with one layer in the program."""

# fact: has for

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    layers, h = build(seed, x.shape[1], depth), x
    for i in range(depth):
        new = jnp.tanh(h @ layers.kernel[i] + layers.bias[i]) + h
        new = new / jnp.sqrt(jnp.sum(new**2, axis=1, keepdims=True))
        h = jnp.where(i < lengths[:, None], new, h)
    return h
