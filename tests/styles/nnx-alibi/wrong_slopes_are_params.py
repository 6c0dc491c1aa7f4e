# the slopes are Params: old weights have no such entries
import jax.numpy as jnp
from flax import nnx


class Alibi(nnx.MultiHeadAttention):
    def __init__(self, num_heads, features, *, rngs):
        super().__init__(num_heads, features, use_bias=False, decode=False, attention_fn=self.with_bias, rngs=rngs)
        self.slopes = nnx.Param(2.0 ** (-8 * (jnp.arange(num_heads) + 1) / num_heads))

    def with_bias(self, query, key, value, **options):
        t = query.shape[0]
        distance = jnp.abs(jnp.arange(t)[:, None] - jnp.arange(t))
        bias = -self.slopes[...][:, None, None] * distance
        return nnx.dot_product_attention(query, key, value, bias=bias, **options)


def alibi(seed, x, num_heads):
    return Alibi(num_heads, x.shape[1], rngs=nnx.Rngs(seed))(x)
