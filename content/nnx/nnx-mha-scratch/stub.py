"""Attention from four Linears

Write the call of Attention, a self-attention with several heads.
`mha_scratch(seed, x, num_heads)` builds one with nnx.Rngs(seed) and
returns what it gives for x.

    seed       int
    x          float32 array of shape (T, d): T positions
    num_heads  int that divides d
    returns    float32 array of shape (T, d)

The call
- takes queries, keys and values of x from the three Linears;
- gives each head its block of d // num_heads neighbouring
  columns, the first head the first columns;
- lets each head compare, divide by the root of ITS OWN width,
  take the softmax over the keys, and mix;
- puts the results of the heads side by side, and applies out.

The values are compared with the reference's. Besides, it is
checked that you write the attention out yourself: there is no
attention layer of Flax, and no function of the name
dot_product_attention is called.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Attention(nnx.Module):
    def __init__(
        self,
        d: int,
        num_heads: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.num_heads = num_heads
        self.query = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.key = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.value = nnx.Linear(d, d, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(d, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("split, compare, mix, merge")


def mha_scratch(seed: int, x: jax.Array, num_heads: int) -> jax.Array:
    model = Attention(x.shape[1], num_heads, rngs=nnx.Rngs(seed))
    return model(x)
