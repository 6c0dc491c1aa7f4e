"""`range` was given a length that is not known while the program is traced: under `nnx.vmap`, `nnx.scan` or `jax.jit` it is a placeholder for a number. All
rows make all steps, and a step that is past the length gives back the old row."""

# fact: has range(lengths[_])

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, d, depth):
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed: int, x: jax.Array, lengths: jax.Array, depth: int) -> jax.Array:
    layers, rows = build(seed, x.shape[1], depth), []
    for b in range(len(x)):
        h = x[b]
        for i in range(lengths[b]):
            h = jnp.tanh(h @ layers.kernel[i] + layers.bias[i]) + h
            h = h / jnp.sqrt(jnp.sum(h**2))
        rows.append(h)
    return jnp.stack(rows)
