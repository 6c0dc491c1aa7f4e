"""The context is not attended to."""

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
    nnx.update(model, params)
    return {"model": model, "y": model(x, x)}
