# a boolean mask made with jnp, a multiplication for the zeros, the layer as an attribute under nnx.jit
import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, features: int, rngs: nnx.Rngs):
        self.attention = nnx.MultiHeadAttention(
            num_heads=2, in_features=features, qkv_features=features, use_bias=False, rngs=rngs
        )

    def __call__(self, x, starts):
        place = jnp.arange(x.shape[1])
        query, key = place[None, None, :, None], place[None, None, None, :]
        mask = (key <= query) & (key >= starts[:, None, None, None])
        y = self.attention(x, x, x, mask=mask, decode=False)
        return y * (place[None, :] >= starts[:, None])[..., None]


@nnx.jit
def run(model, x, lengths):
    return model(x, x.shape[1] - lengths)


def attention_mask(seed: int, x: jax.Array, lengths: jax.Array) -> jax.Array:
    return run(Model(x.shape[-1], nnx.Rngs(seed)), x, lengths)
