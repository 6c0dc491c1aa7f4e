"""The kernel of the layer is the product of the adapter alone. It is to be *added* to the kernel of the base."""

# fact: has layer.kernel[_] = adapted.lora_a[_] @ adapted.lora_b[_]

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.clone(adapted.base_module)
    layer.kernel[...] = adapted.lora_a[...] @ adapted.lora_b[...]
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
