"""The layer has no bias, or one of zeros: what the base adds at the end is missing. The adapter changes the kernel
alone; the bias stays."""

# fact: checks

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    base = adapted.base_module
    layer = nnx.Linear(base.in_features, base.out_features, rngs=nnx.Rngs(0))
    layer.kernel[...] = base.kernel[...]
    layer.kernel[...] += adapted.lora_a[...] @ adapted.lora_b[...]
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
