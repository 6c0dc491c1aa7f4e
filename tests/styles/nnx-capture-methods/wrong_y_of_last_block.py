"""y is the output of the last block."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    _, found = nnx.capture(model, kept, method_outputs=kept)(x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in range(len(model.blocks))]
    return {"y": outputs[-1], "spread": jnp.stack([jnp.std(output) for output in outputs])}
