# a loop over the rows builds the mask in float32; zeros by a product
import jax.numpy as jnp
from flax import nnx


def attention_mask(seed, x, lengths):
    b, t, d = x.shape
    layer = nnx.MultiHeadAttention(2, d, d, d, use_bias=False, decode=False, rngs=nnx.Rngs(seed))
    masks, shown = [], []
    for i in range(b):
        first = t - lengths[i]
        real = jnp.arange(t) >= first
        shown.append(real)
        masks.append(jnp.tril(jnp.ones((t, t))) * real[None, :] * real[:, None])
    y = layer(x, mask=jnp.stack(masks)[:, None])
    return y * jnp.stack(shown)[:, :, None].astype(y.dtype)
