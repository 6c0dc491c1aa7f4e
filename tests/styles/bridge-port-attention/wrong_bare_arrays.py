"""Bare arrays in place of Params."""

from typing import Any

import jax
from flax import nnx


def port_attention(
    variables: dict[str, Any],
    x: jax.Array,
    context: jax.Array,
) -> dict[str, Any]:
    params = variables["params"]
    in_features, num_heads, width = params["query"]["kernel"].shape
    model = nnx.MultiHeadAttention(
        num_heads,
        in_features,
        num_heads * width,
        params["out"]["kernel"].shape[-1],
        in_kv_features=params["key"]["kernel"].shape[0],
        use_bias="bias" in params["query"],
        normalize_qk="query_ln" in params,
        decode=False,
        rngs=nnx.Rngs(0),
    )
    for name, arrays in params.items():
        for kind, array in arrays.items():
            setattr(getattr(model, name), kind, array)
    return {"model": model, "y": model(x, context)}
