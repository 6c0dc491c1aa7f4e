"""The layer is folded, and the batches still go through `adapted`: each costs three matrix products as before.
Call the folded layer in the loop."""

# fact: has adapted(_)

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    layer = nnx.clone(adapted.base_module)
    layer.kernel[...] += adapted.lora_a[...] @ adapted.lora_b[...]
    ys = jnp.stack([adapted(x) for x in xs])
    return {"ys": ys, "layer": layer}
