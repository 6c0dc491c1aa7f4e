"""A copy by split and merge, and einsum."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.merge(*nnx.split(adapted.base_module), copy=True)
    layer.kernel[...] = layer.kernel + jnp.einsum("ir,ro->io", adapted.lora_a[...], adapted.lora_b[...])
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
