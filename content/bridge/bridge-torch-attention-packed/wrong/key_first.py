"""The parts were taken as key, query, value. PyTorch packs the query first: its rows are on top."""

# fact: has (attn.key, attn.query, attn.value)

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
    weights = jnp.split(state["attn.in_proj_weight"], 3)
    biases = jnp.split(state["attn.in_proj_bias"], 3)
    for layer, weight, bias in zip((attn.key, attn.query, attn.value), weights, biases, strict=True):
        layer.kernel[...] = weight.T.reshape(d, num_heads, -1)
        layer.bias[...] = bias.reshape(num_heads, -1)
    attn.out.kernel[...] = state["attn.out_proj.weight"].T.reshape(num_heads, -1, d)
    attn.out.bias[...] = state["attn.out_proj.bias"]
    return {"model": model, "y": model(x)}
