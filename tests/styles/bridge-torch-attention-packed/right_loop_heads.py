"""A loop over the heads."""

from typing import Any

import jax
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
    width = d // num_heads
    for number, name in enumerate(("query", "key", "value")):
        layer = getattr(model.attn, name)
        for head in range(num_heads):
            rows = slice(number * d + head * width, number * d + (head + 1) * width)
            layer.kernel[:, head] = state["attn.in_proj_weight"][rows].T
            layer.bias[head] = state["attn.in_proj_bias"][rows]
    for head in range(num_heads):
        columns = slice(head * width, (head + 1) * width)
        model.attn.out.kernel[head] = state["attn.out_proj.weight"][:, columns].T
    model.attn.out.bias[...] = state["attn.out_proj.bias"]
    return {"model": model, "y": model(x)}
