"""The two parts of the question were joined with `and`, which asks the first one for its truth. Inside of a compiled loop it has no value yet. Arrays are joined
with `&`, each part in parentheses."""

# fact: has _ and _

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed: int, x: jax.Array, scale: float, tol: float, limit: int):
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def step(carry):
        z, _, steps = carry
        new = jnp.tanh(layer(z) + x)
        return new, jnp.abs(new - z).max(), steps + 1

    start = (jnp.zeros(x.shape), jnp.array(jnp.inf), jnp.array(0, jnp.int32))
    z, _, steps = jax.lax.while_loop(lambda c: c[1] > tol and c[2] < limit, step, start)
    return {"z": z, "steps": steps}
