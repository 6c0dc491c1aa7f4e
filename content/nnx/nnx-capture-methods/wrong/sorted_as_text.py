"""The blocks are in the order of their numbers as text: 10 and 11 come before 2. Go over the numbers themselves."""

# fact: has sorted(...)

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, kept, method_outputs=kept)(x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in sorted(range(len(model.blocks)), key=str)]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
