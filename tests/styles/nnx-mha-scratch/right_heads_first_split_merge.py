# heads first by transposes, scaled queries, logsumexp in place of softmax, called by split and merge
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

    def _cut(self, a):
        t, d = a.shape
        return a.reshape(t, self.num_heads, d // self.num_heads).transpose(1, 0, 2)

    def __call__(self, x):
        q, k, v = (self._cut(layer(x)) for layer in (self.query, self.key, self.value))
        scores = (q / q.shape[-1] ** 0.5) @ k.transpose(0, 2, 1)
        weights = jnp.exp(scores - jax.scipy.special.logsumexp(scores, axis=-1, keepdims=True))
        return self.out((weights @ v).transpose(1, 0, 2).reshape(x.shape))


def mha_scratch(seed, x, num_heads):
    graphdef, state = nnx.split(Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed)))
    return jax.jit(lambda s, a: nnx.merge(graphdef, s)(a))(state, x)
