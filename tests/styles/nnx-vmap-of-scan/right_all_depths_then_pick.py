"""The scan keeps every h of every row; each row takes the one of its length."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed: int, d: int, depth: int) -> nnx.Linear:
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


def vmap_of_scan(seed, x, lengths, depth):
    layers = build(seed, x.shape[1], depth)
    weights = (layers.kernel[...], layers.bias[...])

    def row(h, length):
        def step(h, w):
            h = jnp.tanh(h @ w[0] + w[1]) + h
            h = h / jnp.sqrt(jnp.vdot(h, h))
            return h, h

        _, kept = jax.lax.scan(step, h, weights)
        return jnp.concatenate([h[None], kept])[length]

    return jax.vmap(row)(x, lengths)
