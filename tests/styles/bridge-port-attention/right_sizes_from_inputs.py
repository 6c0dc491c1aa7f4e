"""Widths from the inputs, decode at the call."""

from typing import Any

import jax
from flax import nnx


def port_attention(
    variables: dict[str, Any],
    x: jax.Array,
    context: jax.Array,
) -> dict[str, Any]:
    params = variables["params"]
    _, num_heads, width = params["query"]["kernel"].shape
    model = nnx.MultiHeadAttention(
        num_heads,
        x.shape[-1],
        num_heads * width,
        params["out"]["kernel"].shape[-1],
        in_kv_features=context.shape[2],
        use_bias="bias" in params["query"],
        normalize_qk="query_ln" in params,
        rngs=nnx.Rngs(0),
    )
    nnx.update(model, params)
    return {"model": model, "y": model(x, context, decode=False)}
