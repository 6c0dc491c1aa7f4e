"""Split along the columns of the transpose, which are then cut by a reshape of all."""

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
    weights = state["attn.in_proj_weight"].T.reshape(3, d, num_heads, -1)
    biases = jnp.split(state["attn.in_proj_bias"], 3)
    for layer, weight, bias in zip((attn.query, attn.key, attn.value), weights, biases, strict=True):
        layer.kernel[...] = weight
        layer.bias[...] = bias.reshape(num_heads, -1)
    attn.out.kernel[...] = state["attn.out_proj.weight"].T.reshape(num_heads, -1, d)
    attn.out.bias[...] = state["attn.out_proj.bias"]
    return {"model": model, "y": model(x)}
