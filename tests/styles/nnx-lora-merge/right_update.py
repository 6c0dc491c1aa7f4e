"""The state of the base, changed and loaded."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    state = nnx.to_pure_dict(nnx.state(adapted.base_module))
    state["kernel"] = state["kernel"] + adapted.lora_a @ adapted.lora_b
    layer = nnx.Linear(adapted.in_features, adapted.out_features, rngs=nnx.Rngs(3))
    nnx.update(layer, state)
    ys = jnp.stack([layer(x) for x in xs])
    return {"ys": ys, "layer": layer}
