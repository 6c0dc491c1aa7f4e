"""The mixing is a function that nnx.jit compiles."""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    """Attention from a sequence of width `d` to one of width `e`, with several heads and no biases."""

    def __init__(self, d: int, e: int, num_heads: int, *, rngs: nnx.Rngs):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(e, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x_q: jax.Array, x_kv: jax.Array) -> jax.Array:
        return mix(self, x_q, x_kv)


@nnx.jit
def mix(model, x_q, x_kv):
    t, s, n = x_q.shape[0], x_kv.shape[0], model.num_heads
    q = model.query(x_q).reshape(t, n, -1).swapaxes(0, 1)
    k = model.key(x_kv).reshape(s, n, -1).swapaxes(0, 1)
    v = model.value(x_kv).reshape(s, n, -1).swapaxes(0, 1)
    shares = jax.nn.softmax(q @ k.mT / jnp.sqrt(q.shape[2]))
    return model.out((shares @ v).swapaxes(0, 1).reshape(t, -1))


def mha_cross(seed: int, x_q: jax.Array, x_kv: jax.Array, num_heads: int) -> jax.Array:
    """What the positions of `x_q` take from `x_kv`, with shape `(Tq, d)`."""
    model = Attention(x_q.shape[1], x_kv.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x_q, x_kv)
