"""The State as plain dicts."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, kept, method_outputs=kept)(x)
    blocks = nnx.to_pure_dict(found)["blocks"]
    outputs = [blocks[i]["__call__"][-1] for i in sorted(blocks)]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
