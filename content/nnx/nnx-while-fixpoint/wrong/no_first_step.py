"""No step was made at all: the change begins with 0, which is not more than `tol`, and the question comes before the first step. Begin with a change that is
greater than any `tol`, such as `jnp.inf`."""

# fact: checks

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

    start = (jnp.zeros(x.shape), jnp.array(0.0), jnp.array(0, jnp.int32))
    z, _, steps = jax.lax.while_loop(lambda c: (c[1] > tol) & (c[2] < limit), step, start)
    return {"z": z, "steps": steps}
