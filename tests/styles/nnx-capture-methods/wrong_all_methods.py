import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(
    model: nnx.Module,
    x: jax.Array,
) -> dict[str, jax.Array]:
    T = nnx.Intermediate
    y, found = nnx.capture(model, T, method_outputs=T)(x)
    # subtle: every method of a block, not __call__ alone
    spread = [
        jnp.std(held.get_value()[0])
        for path, held in nnx.to_flat_state(found)
        if path[0] == "blocks" and len(path) == 3
    ]
    return {"y": y, "spread": jnp.stack(spread)}
