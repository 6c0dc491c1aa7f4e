# takes the first positions for the tokens
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed, x, lengths):
    _b, t, d = x.shape
    layer = nnx.MultiHeadAttention(num_heads=2, in_features=d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    real = jnp.arange(t) < lengths[:, None]
    mask = nnx.combine_masks(nnx.make_causal_mask(real), nnx.make_attention_mask(real, real))
    return jnp.where(real[:, :, None], layer(x, mask=mask), 0.0)
