# the last axis of q is the group: columns cut from the right
import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    def __init__(self, d: int, num_heads: int, num_kv_heads: int, *, rngs: nnx.Rngs):
        self.kv = num_kv_heads
        self.group = num_heads // num_kv_heads
        shared = num_kv_heads * (d // num_heads)
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, shared, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x):
        length = x.shape[0]
        q = self.query(x).reshape(length, self.kv, -1, self.group)
        k = self.key(x).reshape(length, self.kv, -1)
        v = self.value(x).reshape(length, self.kv, -1)
        scores = jnp.einsum("qhcg,khc->hgqk", q, k) / jnp.sqrt(k.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hgqk,khc->qhcg", weights, v)
        return self.out(mixed.reshape(x.shape))


def gqa(seed, x, num_heads, num_kv_heads):
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
