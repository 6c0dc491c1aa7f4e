"""A pure step over the state."""

import jax
import jax.numpy as jnp
from flax import nnx


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache(x.shape)
    graphdef, state = nnx.split(attention)

    @jax.jit
    def step(state, token):
        layer = nnx.merge(graphdef, state)
        y = layer(token, decode=True)
        return nnx.state(layer), y

    rows = []
    for token in jnp.split(x, x.shape[1], axis=1):
        state, row = step(state, token)
        rows.append(row)
    nnx.update(attention, state)
    return jnp.concatenate(rows, axis=1)
