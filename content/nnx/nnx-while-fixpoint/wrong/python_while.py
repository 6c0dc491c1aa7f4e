"""The loop is Python's. It works as long as every value is known, and cannot be compiled: the question asks a traced array for its truth. A while loop of JAX has the
question in the program."""

# fact: has while

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed: int, x: jax.Array, scale: float, tol: float, limit: int):
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale
    z, change, steps = jnp.zeros(x.shape), jnp.inf, 0
    while change > tol and steps < limit:
        new = jnp.tanh(layer(z) + x)
        change = jnp.abs(new - z).max()
        z, steps = new, steps + 1
    return {"z": z, "steps": jnp.array(steps, jnp.int32)}
