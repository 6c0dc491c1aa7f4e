"""Slices, one after the other."""

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
    w, b = state["attn.in_proj_weight"], state["attn.in_proj_bias"]
    heads = (num_heads, d // num_heads)
    model.attn.query.kernel = nnx.Param(w[:d].T.reshape(d, *heads))
    model.attn.key.kernel = nnx.Param(w[d : 2 * d].T.reshape(d, *heads))
    model.attn.value.kernel = nnx.Param(w[2 * d :].T.reshape(d, *heads))
    model.attn.query.bias = nnx.Param(b[:d].reshape(heads))
    model.attn.key.bias = nnx.Param(b[d : 2 * d].reshape(heads))
    model.attn.value.bias = nnx.Param(b[2 * d :].reshape(heads))
    model.attn.out.kernel = nnx.Param(state["attn.out_proj.weight"].T.reshape(*heads, d))
    model.attn.out.bias = nnx.Param(state["attn.out_proj.bias"])
    return {"model": model, "y": model(x)}
