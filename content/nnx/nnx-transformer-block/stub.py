"""A pre-norm block

`transformer_block(seed, x)` builds a block of a transformer and
returns what it gives for x. It should be a pre-norm block, and in
a stack of forty of them the first ones hardly learn.

A symptom: for 100.0 * x and for x its outputs are equal up to
rounding. In a pre-norm block x itself runs through to the output,
so they could not be. Find out where it is lost, and mend the
call. The parts of the block are right, with their sizes and their
order; so are the causal mask and the MLP.

    seed     int, for nnx.Rngs
    x        float32 array of shape (b, t, d), d even
    returns  float32 array of shape (b, t, d)

The values are compared with the reference's. Besides, it is
checked that both norms are used. (All norms are alike before
training, so values cannot tell.)

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = nnx.MultiHeadAttention(
            2,
            d,
            decode=False,
            rngs=rngs,
        )
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(x[..., 0])
        x = self.norm1(x)
        x = x + self.attention(x, mask=mask)
        x = self.norm2(x)
        return x + self.down(nnx.gelu(self.up(x)))


def transformer_block(seed: int, x: jax.Array) -> jax.Array:
    model = Block(x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x)
