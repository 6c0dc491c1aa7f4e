# the heads are merged by a reshape of (heads, Tq, width)
import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    def __init__(self, d: int, e: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x_q, x_kv):
        q = self.query(x_q).reshape(x_q.shape[0], self.num_heads, -1)
        k = self.key(x_kv).reshape(x_kv.shape[0], self.num_heads, -1)
        v = self.value(x_kv).reshape(x_kv.shape[0], self.num_heads, -1)
        scores = jnp.einsum("qhc,khc->hqk", q, k) / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(scores, axis=-1)
        mixed = jnp.einsum("hqk,khc->hqc", weights, v)
        return self.out(mixed.reshape(x_q.shape))


def mha_cross(seed, x_q, x_kv, num_heads):
    model = Attention(x_q.shape[1], x_kv.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x_q, x_kv)
