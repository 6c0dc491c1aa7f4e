"""Decode one token at a time

`kv_cache_decode(seed, x, num_heads)` gives an attention the tokens
of x as a model that writes would get them, and returns what comes
out for each. Its values are right. For each new token it feeds all
tokens from the start, and as these grow, step is traced each time.

Extend it by the cache of nnx.MultiHeadAttention: the values stay;
each token is fed once, by itself; and step is traced once in all.

    seed       int, for nnx.Rngs
    x          float32 array of shape (1, t, d), t at least 1
    num_heads  int that divides d
    returns    float32 array of shape (1, t, d): row i is what
               token i gets from itself and the tokens before it

The values are compared with the reference's. Besides, it is
checked that a function of the name step, under nnx.jit or jax.jit,
is traced once; that a call of the layer gets one token, never
several; and that at the end the layer has an nnx.Cache named
cache_index that holds t. What step takes and returns is up to
you.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def step(
    attention: nnx.MultiHeadAttention,
    tokens: jax.Array,
) -> jax.Array:
    mask = nnx.make_causal_mask(tokens[..., 0])
    y = attention(tokens, mask=mask, decode=False)
    return y[:, -1:]


def kv_cache_decode(
    seed: int,
    x: jax.Array,
    num_heads: int,
) -> jax.Array:
    attention = nnx.MultiHeadAttention(
        num_heads,
        x.shape[2],
        use_bias=False,
        rngs=nnx.Rngs(seed),
    )
    rows = []
    for t in range(x.shape[1]):
        rows.append(step(attention, x[:, : t + 1]))
    return jnp.concatenate(rows, axis=1)
