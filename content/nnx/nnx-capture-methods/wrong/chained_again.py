"""`y` comes from the model now, and the blocks are still run one after the other beside it. Their outputs are not
those that the model makes, with what it computes between them. Collect them while the model runs."""

# fact: has not nnx.capture(...)

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    y, h, outputs = model(x), x, []
    for block in model.blocks:
        h = block(h)
        outputs.append(h)
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
