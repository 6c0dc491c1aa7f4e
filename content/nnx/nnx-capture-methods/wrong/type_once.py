"""`method_outputs` says what is sown, and nothing says what is collected, so the call returns its result alone.
Write the type twice: as the second argument as well."""

# fact: has nnx.capture(_, method_outputs=_)

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y, found = nnx.capture(model, method_outputs=kept)(x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in range(len(model.blocks))]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
