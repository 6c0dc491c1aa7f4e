"""Axes first, then transposed."""

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
    w = state["attn.in_proj_weight"].reshape(3, num_heads, -1, d).transpose(0, 3, 1, 2)
    b = state["attn.in_proj_bias"].reshape(3, num_heads, -1)
    for number, name in enumerate(("query", "key", "value")):
        nnx.update(getattr(model.attn, name), {"kernel": w[number], "bias": b[number]})
    out = state["attn.out_proj.weight"].reshape(d, num_heads, -1)
    nnx.update(model.attn.out, {"kernel": jnp.moveaxis(out, 0, -1), "bias": state["attn.out_proj.bias"]})
    return {"model": model, "y": model(x)}
