"""The base lent its Params to the new layer: the layer that you return holds the very bias or kernel of `adapted`.
A step of training on one changes the other. Give it Variables of its own."""

# fact: checks

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    base = adapted.base_module
    layer = nnx.Linear(base.in_features, base.out_features, rngs=nnx.Rngs(0))
    layer.kernel[...] = base.kernel + adapted.lora_a[...] @ adapted.lora_b[...]
    layer.bias = base.bias
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
