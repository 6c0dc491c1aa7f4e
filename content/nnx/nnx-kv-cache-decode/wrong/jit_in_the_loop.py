"""A new function is compiled for each token: `step` is made within the loop. Make it once, before."""

import jax
import jax.numpy as jnp
from flax import nnx


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache(x.shape)
    rows = []
    for t in range(x.shape[1]):

        @nnx.jit
        def step(attention, token):
            return attention(token, decode=True)

        rows.append(step(attention, x[:, t : t + 1]))
    return jnp.concatenate(rows, axis=1)
