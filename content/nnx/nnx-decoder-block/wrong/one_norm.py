"""`norm3` is never called: the MLP reads through the norm of a different branch. Before training all norms are alike, so
the values are right; a trained block has different ones. Each branch has the norm of its number."""

# fact: checks
# fact: has not self.norm3(_)

import jax
from flax import nnx


class Block(nnx.Module):
    """Causal self-attention, a look at the context, and an MLP."""

    def __init__(self, d: int, num_heads: int, mlp: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = nnx.MultiHeadAttention(num_heads, d, decode=False, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.cross = nnx.MultiHeadAttention(num_heads, d, decode=False, rngs=rngs)
        self.norm3 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, mlp, rngs=rngs)
        self.down = nnx.Linear(mlp, d, rngs=rngs)

    def __call__(self, x: jax.Array, ctx: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(x[:, 0])
        x = x + self.attention(self.norm1(x), mask=mask)
        x = x + self.cross(self.norm2(x), ctx)
        return x + self.down(nnx.gelu(self.up(self.norm2(x))))


def decoder_block(seed: int, x: jax.Array, ctx: jax.Array, num_heads: int, mlp: int) -> jax.Array:
    """What a new Block gives for `x` beside `ctx`, with shape `(T, d)`."""
    model = Block(x.shape[1], num_heads, mlp, rngs=nnx.Rngs(seed))
    return model(x, ctx)
