"""Abstract until it is filled, and keyword arguments."""

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
    model = nnx.eval_shape(lambda: Mixer(d, num_heads, rngs=nnx.Rngs(0)))
    for ours, theirs in (("scale", "weight"), ("bias", "bias")):
        getattr(model.norm, ours).set_value(state["norm." + theirs])
    parts = zip(
        ("query", "key", "value"),
        jnp.split(state["attn.in_proj_weight"], 3),
        jnp.split(state["attn.in_proj_bias"], 3),
        strict=True,
    )
    for name, w, b in parts:
        getattr(model.attn, name).kernel.set_value(w.T.reshape(d, num_heads, -1))
        getattr(model.attn, name).bias.set_value(b.reshape(num_heads, -1))
    model.attn.out.kernel.set_value(state["attn.out_proj.weight"].T.reshape(num_heads, -1, d))
    model.attn.out.bias.set_value(state["attn.out_proj.bias"])
    return {"model": model, "y": model(x)}
