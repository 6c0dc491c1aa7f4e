"""Heads and width from the last kernel; all by keyword."""

from typing import Any

import jax
from flax import nnx


def port_attention(
    variables: dict[str, Any],
    x: jax.Array,
    context: jax.Array,
) -> dict[str, Any]:
    params = variables["params"]
    num_heads, width, out = params["out"]["kernel"].shape
    model = nnx.MultiHeadAttention(
        num_heads=num_heads,
        in_features=len(params["query"]["kernel"]),
        qkv_features=num_heads * width,
        out_features=out,
        in_kv_features=params["key"]["kernel"].shape[0],
        use_bias=len(params["out"]) == 2,
        normalize_qk="query_ln" in params,
        decode=False,
        rngs=nnx.Rngs(0),
    )
    nnx.update(model, params)
    return {"model": model, "y": model(x, context, context)}
