"""The z before the last step is returned."""

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed, x, scale, tol, limit):
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def body(carry):
        _, z, _, n = carry
        new = jnp.tanh(layer(z) + x)
        return z, new, jnp.abs(new - z).max(), n + 1

    zero = jnp.zeros(x.shape)
    start = (zero, zero, jnp.array(jnp.inf), jnp.array(0, jnp.int32))
    z, _, _, n = jax.lax.while_loop(lambda c: (c[2] > tol) & (c[3] < limit), body, start)
    return {"z": z, "steps": n}
