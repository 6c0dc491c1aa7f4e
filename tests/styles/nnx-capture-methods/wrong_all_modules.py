"""Each module's output, not the blocks' alone."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, kept, method_outputs=kept)(x)
    outputs = [held.get_value()[0] for path, held in nnx.to_flat_state(found) if path[-1] == "__call__"]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
