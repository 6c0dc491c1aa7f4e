"""Both branches read through `norm1`, and `norm2` is never called. Before training all norms are alike, so the values
are right; a trained block has different ones. The MLP has `norm2` in front."""

# fact: checks
# fact: has not self.norm2(_)

import jax
from flax import nnx


class Block(nnx.Module):
    """Attention and an MLP, each behind a norm and beside a way past it."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = nnx.MultiHeadAttention(2, d, decode=False, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(x[..., 0])
        x = x + self.attention(self.norm1(x), mask=mask)
        return x + self.down(nnx.gelu(self.up(self.norm1(x))))


def transformer_block(seed: int, x: jax.Array) -> jax.Array:
    """What a new Block gives for `x`, with the shape of `x`."""
    model = Block(x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x)
