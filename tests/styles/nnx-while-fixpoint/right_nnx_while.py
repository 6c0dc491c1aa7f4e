"""nnx.while_loop with the layer in the carry."""

import jax.numpy as jnp
from flax import nnx


def while_fixpoint(seed, x, scale, tol, limit):
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def body(carry):
        layer, z, _, n = carry
        new = jnp.tanh(layer(z) + x)
        return layer, new, jnp.max(jnp.abs(new - z)), n + 1

    def cond(carry):
        return jnp.logical_and(carry[2] > tol, carry[3] < limit)

    _, z, _, n = nnx.while_loop(cond, body, (layer, jnp.zeros_like(x), jnp.array(jnp.inf), jnp.array(0)))
    return {"z": z, "steps": n}
