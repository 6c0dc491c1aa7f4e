from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    # On the state of the base; the product is a sum of outer products.
    graphdef, state = nnx.split(adapted.base_module)
    rows = zip(adapted.lora_a[...].T, adapted.lora_b[...], strict=True)
    product = sum(jnp.outer(a, b) for a, b in rows)
    kernel = state["kernel"][...] + product
    state = jax.tree.map(jnp.copy, state)
    state["kernel"] = nnx.Param(kernel)
    layer = nnx.merge(graphdef, state)
    return {"ys": jax.vmap(layer)(xs), "layer": layer}
