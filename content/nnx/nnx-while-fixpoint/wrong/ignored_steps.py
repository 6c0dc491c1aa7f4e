"""All steps up to the limit are computed, and the later ones are ignored. The numbers are right, and no time is saved. A while loop makes no step that is
not needed."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed: int, x: jax.Array, scale: float, tol: float, limit: int):
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def step(i, carry):
        z, change, steps = carry
        new = jnp.tanh(layer(z) + x)
        go_on = change > tol
        new_change = jnp.where(go_on, jnp.abs(new - z).max(), change)
        return jnp.where(go_on, new, z), new_change, steps + go_on

    z, _, steps = jax.lax.fori_loop(0, limit, step, (jnp.zeros(x.shape), jnp.inf, jnp.array(0, jnp.int32)))
    return {"z": z, "steps": steps}
