# norms and branches in lists, a loop does the sums; a mask for the context in which all is True; nnx.jit
import jax.numpy as jnp
from flax import nnx


class Decoder(nnx.Module):
    def __init__(self, d, num_heads, mlp, *, rngs):
        def attention():
            return nnx.MultiHeadAttention(num_heads=num_heads, in_features=d, decode=False, rngs=rngs)

        def norm():
            return nnx.LayerNorm(num_features=d, rngs=rngs)

        self.norms = nnx.List([])
        self.branches = nnx.List([])
        for make in (
            attention,
            attention,
            lambda: nnx.Sequential(nnx.Linear(d, mlp, rngs=rngs), nnx.gelu, nnx.Linear(mlp, d, rngs=rngs)),
        ):
            self.norms.append(norm())
            self.branches.append(make())

    def __call__(self, x, ctx):
        past = jnp.arange(len(x))[:, None] >= jnp.arange(len(x))
        everything = jnp.ones((len(x), len(ctx)), bool)
        options = [
            lambda layer, y: layer(y, y, y, mask=past),
            lambda layer, y: layer(y, ctx, ctx, mask=everything),
            lambda layer, y: layer(y),
        ]
        for norm, branch, call in zip(self.norms, self.branches, options, strict=False):
            x += call(branch, norm(x))
        return x


@nnx.jit
def run(model, x, ctx):
    return model(x, ctx)


def decoder_block(seed, x, ctx, num_heads, mlp):
    return run(Decoder(x.shape[1], num_heads, mlp, rngs=nnx.Rngs(seed)), x, ctx)
