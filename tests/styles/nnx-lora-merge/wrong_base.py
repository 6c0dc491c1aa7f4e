"""The base is returned, and serves."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.clone(adapted.base_module)
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
