"""The weight was taken apart head by head, with query, key and value of the first head on top. Some programs pack like that.
PyTorch has all rows of the query first, with all heads."""

# fact: has _.reshape(num_heads, 3, ...)

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Mixer(nnx.Module):
    def __init__(self, d: int, num_heads: int, *, rngs: nnx.Rngs):
        self.norm = nnx.LayerNorm(d, rngs=rngs)
        self.attn = nnx.MultiHeadAttention(num_heads, d, decode=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + self.attn(self.norm(x))


def torch_attention_packed(
    state: dict[str, jax.Array],
    x: jax.Array,
    num_heads: int,
) -> dict[str, Any]:
    d = x.shape[-1]
    model = Mixer(d, num_heads, rngs=nnx.Rngs(0))
    model.norm.scale[...] = state["norm.weight"]
    model.norm.bias[...] = state["norm.bias"]
    attn = model.attn
    weights = state["attn.in_proj_weight"].reshape(num_heads, 3, -1, d)
    biases = state["attn.in_proj_bias"].reshape(num_heads, 3, -1)
    for number, layer in enumerate((attn.query, attn.key, attn.value)):
        layer.kernel[...] = weights[:, number].transpose(2, 0, 1)
        layer.bias[...] = biases[:, number]
    attn.out.kernel[...] = state["attn.out_proj.weight"].T.reshape(num_heads, -1, d)
    attn.out.bias[...] = state["attn.out_proj.bias"]
    return {"model": model, "y": model(x)}
