"""A spread for each row, averaged."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, kept, method_outputs=kept)(x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in range(len(model.blocks))]
    return {"y": y, "spread": jnp.stack([jnp.std(output, axis=0).mean() for output in outputs])}
