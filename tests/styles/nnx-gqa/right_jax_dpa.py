# jax.nn.dot_product_attention knows groups
import jax
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
        t = x.shape[0]
        q = self.query(x).reshape(t, self.kv * self.group, -1)
        k, v = (f(x).reshape(t, self.kv, -1) for f in (self.key, self.value))
        return self.out(jax.nn.dot_product_attention(q, k, v).reshape(x.shape))


def gqa(seed, x, num_heads, num_kv_heads):
    rngs = nnx.Rngs(seed)
    model = Attention(x.shape[1], num_heads, num_kv_heads, rngs=rngs)
    return model(x)
