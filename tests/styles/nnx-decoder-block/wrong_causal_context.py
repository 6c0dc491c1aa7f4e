# token i sees the context up to i only
import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
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
        x = x + self.cross(self.norm2(x), ctx, mask=jnp.tril(jnp.ones((x.shape[0], ctx.shape[0]))))
        return x + self.down(nnx.gelu(self.up(self.norm3(x))))


def decoder_block(seed, x, ctx, num_heads, mlp):
    model = Block(x.shape[1], num_heads, mlp, rngs=nnx.Rngs(seed))
    return model(x, ctx)
