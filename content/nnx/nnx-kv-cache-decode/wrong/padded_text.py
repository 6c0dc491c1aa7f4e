"""`step` is traced once, since it gets the whole text each time, and its place. But the layer computes the keys and
values of all tokens anew for each of them: its cache has room, and nothing is in it. Feed the one new token, with
`decode=True`."""

# fact: has _(..., decode=False)
# fact: has _.init_cache(_)

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def step(attention: nnx.MultiHeadAttention, tokens: jax.Array, place: jax.Array) -> jax.Array:
    """What the attention gives for the token at `place`, of shape `(1, d)`."""
    mask = nnx.make_causal_mask(tokens[..., 0])
    return attention(tokens, mask=mask, decode=False)[:, place]


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache(x.shape)
    rows = [step(attention, x, jnp.array(t)) for t in range(x.shape[1])]
    return jnp.stack(rows, axis=1)
