# a first call to compile: token 0 is in the cache twice
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def step(attention, token):
    return attention(token, decode=True)


def kv_cache_decode(seed, x, num_heads):
    _, t, d = x.shape
    attention = nnx.MultiHeadAttention(num_heads, d, use_bias=False, rngs=nnx.Rngs(seed))
    attention.init_cache((1, t + 1, d))
    step(attention, x[:, :1])
    return jnp.concatenate([step(attention, x[:, i : i + 1]) for i in range(t)], axis=1)
