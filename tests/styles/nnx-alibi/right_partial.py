"""functools.partial of the function, with the bias made before."""

from functools import partial

import jax
import jax.numpy as jnp
from flax import nnx


def alibi(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    """Self-attention that prefers what is near; shape `(T, d)`."""
    t = jnp.arange(len(x))
    slopes = jnp.exp2(-8 * jnp.arange(1, num_heads + 1) / num_heads)
    bias = -jnp.einsum("h,qk->hqk", slopes, jnp.abs(jnp.subtract.outer(t, t)))
    model = nnx.MultiHeadAttention(
        num_heads,
        x.shape[1],
        use_bias=False,
        decode=False,
        attention_fn=partial(nnx.dot_product_attention, bias=bias),
        rngs=nnx.Rngs(seed),
    )
    return model(x)
