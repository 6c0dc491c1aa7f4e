"""A decoder block

Block below is a pre-norm block that works: causal self-attention,
then an MLP. Extend it to the block of a decoder. Between the two
comes a third branch, in which the text looks at a context ctx.
`decoder_block(seed, x, ctx, num_heads, mlp)` builds the block
with nnx.Rngs(seed) and returns what it gives.

- The parts are created in this order: norm1, attention, norm2,
  cross, norm3, up, down. cross is built like attention; the norms
  are built alike.
- Each branch has the norm of its number in front, and its result
  is added to what came before the norm.
- ctx is read as it is, without a norm, and every position may see
  all of it.

    seed       int
    x          float32 array of shape (T, d), the text
    ctx        float32 array of shape (S, d), the context
    num_heads  int that divides d
    mlp        int, the width inside the MLP
    returns    float32 array of shape (T, d)

The values are compared with the reference's. Besides, it is
checked that norm1, norm2 and norm3 are all used, for values
cannot tell them apart before training.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(
        self,
        d: int,
        num_heads: int,
        mlp: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = nnx.MultiHeadAttention(
            num_heads,
            d,
            decode=False,
            rngs=rngs,
        )
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, mlp, rngs=rngs)
        self.down = nnx.Linear(mlp, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(x[:, 0])
        x = x + self.attention(self.norm1(x), mask=mask)
        return x + self.down(nnx.gelu(self.up(self.norm2(x))))


def decoder_block(
    seed: int,
    x: jax.Array,
    ctx: jax.Array,
    num_heads: int,
    mlp: int,
) -> jax.Array:
    d = x.shape[1]
    model = Block(d, num_heads, mlp, rngs=nnx.Rngs(seed))
    return model(x)
