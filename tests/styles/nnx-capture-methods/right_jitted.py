"""Under nnx.jit, on a function of the model."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate

    @nnx.jit
    def look(model, x):
        return nnx.capture(lambda model: model(x), kept, method_outputs=kept)(model)

    y, found = look(model, x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in range(len(model.blocks))]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
