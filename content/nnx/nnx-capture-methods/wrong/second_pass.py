"""Each block runs twice: the model is called for `y`, and then once more to listen. `nnx.capture` returns the
result of the call together with what it collected."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    kept = nnx.Intermediate
    y = model(x)
    _, found = nnx.capture(model, kept, method_outputs=kept)(x)
    outputs = [found["blocks"][i]["__call__"].get_value()[0] for i in range(len(model.blocks))]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
