"""Fold the adapter in

lora_merge(adapted, xs) serves a queue of batches with an
adapted layer. The values of "ys" are right. But each batch
costs three matrix products. Rewrite it so that the whole queue
of t batches costs at most t + 1: one for the folding, and one
for each batch.

adapted  a trained nnx.LoRA around an nnx.Linear with a bias
xs       float32 array of shape (t, n, in): t batches of n rows
returns  a dict: "ys", float32 of shape (t, n, out), what
         adapted gives for each batch; "layer", a plain
         nnx.Linear that gives the same for any input (here it
         is still the base, without the adapter)

Checked, besides the values: the jaxpr of your function has at
most t + 1 matrix products (dot_general); and adapted is as it
was, its base, too, which serves other adapters. The Params of
"layer" are compared, and none of them is in adapted.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def lora_merge(adapted: nnx.LoRA, xs: jax.Array) -> dict[str, Any]:
    # Three matrix products for each batch.
    layer = adapted.base_module
    ys = jnp.stack([adapted(x) for x in xs])
    return {"ys": ys, "layer": layer}
