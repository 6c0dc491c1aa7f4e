"""The matrices are multiplied in the wrong order: `B @ A` has no shape that fits. `x` meets `A` first, so the
product is `A @ B`, of shape `(in, out)`."""

# fact: has adapted.lora_b[_] @ adapted.lora_a[_]

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.clone(adapted.base_module)
    layer.kernel[...] += adapted.lora_b[...] @ adapted.lora_a[...]
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
