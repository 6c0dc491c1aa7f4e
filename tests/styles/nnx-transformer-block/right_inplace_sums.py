# branches are methods' results, summed at the end
import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.norm1 = nnx.LayerNorm(d, rngs=rngs)
        self.attention = nnx.MultiHeadAttention(2, d, decode=False, rngs=rngs)
        self.norm2 = nnx.LayerNorm(d, rngs=rngs)
        self.up = nnx.Linear(d, 4 * d, rngs=rngs)
        self.down = nnx.Linear(4 * d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        mask = nnx.make_causal_mask(x[..., 0])
        a = self.attention(self.norm1(x), mask=mask)
        h = self.norm2(x + a)
        for step in (self.up, nnx.gelu, self.down):
            h = step(h)
        return x + a + h


def transformer_block(seed, x):
    model = Block(x.shape[-1], rngs=nnx.Rngs(seed))
    return model(x)
