# no class; a batch of one is added; attention by the projections and nnx.dot_product_attention
import jax
import jax.numpy as jnp
from flax import nnx


def attend(layer, asks, reads, mask=None):
    q, k, v = layer.query(asks), layer.key(reads), layer.value(reads)
    return layer.out(nnx.dot_product_attention(q, k, v, mask=mask))


def decoder_block(seed: int, x: jax.Array, ctx: jax.Array, num_heads: int, mlp: int) -> jax.Array:
    d = x.shape[1]
    rngs = nnx.Rngs(seed)
    norm1 = nnx.LayerNorm(d, rngs=rngs)
    attention = nnx.MultiHeadAttention(num_heads, d, rngs=rngs)
    norm2 = nnx.LayerNorm(d, rngs=rngs)
    cross = nnx.MultiHeadAttention(num_heads, d, rngs=rngs)
    norm3 = nnx.LayerNorm(d, rngs=rngs)
    up, down = nnx.Linear(d, mlp, rngs=rngs), nnx.Linear(mlp, d, rngs=rngs)

    x, ctx = x[None], jnp.expand_dims(ctx, 0)
    y = norm1(x)
    x = x + attend(attention, y, y, nnx.make_causal_mask(x[..., 0]))
    x = x + attend(cross, norm2(x), ctx)
    x = x + down(jax.nn.gelu(up(norm3(x))))
    return x.squeeze(0)
