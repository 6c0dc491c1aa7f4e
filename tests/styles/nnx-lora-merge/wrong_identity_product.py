"""The kernel comes from a call on the identity, and the bias is in it."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.clone(adapted.base_module)
    layer.kernel[...] = adapted(jnp.eye(adapted.in_features))
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
