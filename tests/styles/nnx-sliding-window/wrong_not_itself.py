# the window begins one position back
import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x, window):
        t = x.shape[0]
        q, k, v = (f(x).reshape(t, self.num_heads, -1) for f in (self.query, self.key, self.value))
        place = jnp.arange(t)[:, None] - 1 - jnp.arange(min(window, t))
        near = jnp.maximum(place, 0)
        scores = jnp.einsum("qhc,qwhc->hqw", q, k[near]) / jnp.sqrt(q.shape[-1])
        weights = jax.nn.softmax(jnp.where(place >= 0, scores, -1e30), axis=-1)
        mixed = jnp.einsum("hqw,qwhc->qhc", weights, v[near])
        return self.out(mixed.reshape(x.shape))


def sliding_window(seed, x, num_heads, window):
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x, window)
