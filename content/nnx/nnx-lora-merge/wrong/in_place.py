"""The adapter was added to the kernel of the base itself. The base serves other adapters, and `adapted` adds the
product a second time now. Clone the base first, and add to the clone."""

# fact: has not layer.kernel[_] += _

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    adapted.base_module.kernel[...] += adapted.lora_a[...] @ adapted.lora_b[...]
    layer = nnx.clone(adapted.base_module)
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
