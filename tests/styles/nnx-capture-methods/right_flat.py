"""By the flat state, sorted by the numbers."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, kept, method_outputs=kept)(x)
    flat = dict(nnx.to_flat_state(found))
    blocks = sorted(path for path in flat if path[0] == "blocks" and len(path) == 3 and path[2] == "__call__")
    return {"y": y, "spread": jnp.array([flat[path].get_value()[0].std() for path in blocks])}
