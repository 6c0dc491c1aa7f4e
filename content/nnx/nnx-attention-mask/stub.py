"""Causal and padding masks

Port this function from PyTorch, where True in a mask HIDES:

    def attention_mask(x, lengths):
        b, t, d = x.shape
        attention = torch.nn.MultiheadAttention(
            d, 2, bias=False, batch_first=True
        )
        padding = torch.arange(t) < t - lengths[:, None]
        future = torch.ones(t, t, dtype=torch.bool).triu(1)
        y, _ = attention(
            x, x, x, key_padding_mask=padding, attn_mask=future
        )
        return y.masked_fill(padding[:, :, None], 0.0)

    seed     int: the layer is built with nnx.Rngs(seed)
    x        float32 array of shape (b, t, d), d even
    lengths  int32 array of shape (b,), each from 1 to t
    returns  float32 array of shape (b, t, d)

The LAST lengths[i] positions of row i are its tokens; what comes
before them is padding. A token sees itself and the tokens before
it, and never padding. The rows of the result that belong to
padding are zeros.

The layer is an nnx.MultiHeadAttention with 2 heads, in_features
as x has, and no biases. The values are compared with the
reference's; besides, it is checked that the output comes out of
a call of such a layer.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def attention_mask(
    seed: int,
    x: jax.Array,
    lengths: jax.Array,
) -> jax.Array:
    raise NotImplementedError("the layer, the masks, the zeros")
