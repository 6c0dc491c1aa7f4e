"""The layer of Flax, which takes two widths."""

import jax
from flax import nnx


def mha_cross(seed: int, x_q: jax.Array, x_kv: jax.Array, num_heads: int) -> jax.Array:
    """What the positions of `x_q` take from `x_kv`, with shape `(Tq, d)`."""
    model = nnx.MultiHeadAttention(
        num_heads, x_q.shape[1], in_kv_features=x_kv.shape[1], use_bias=False, decode=False, rngs=nnx.Rngs(seed)
    )
    return model(x_q, x_kv)
