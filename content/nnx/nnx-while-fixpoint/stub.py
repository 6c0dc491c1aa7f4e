"""Iterate to a fixed point

A layer is applied to its own output, again and again: z becomes
tanh(layer(z) + x), beginning with zeros.
`while_fixpoint(seed, x, scale, tol, limit)` makes limit steps each
time, though after a few of them nothing changes any more. Extend it:
stop as soon as a step has changed no number of z by more than tol.

So a step is made while fewer than limit steps were made, and the last
one changed some number of z by more than tol. The first step is
always made.

    seed     int
    x        float32 array of shape (rows, d)
    scale    float by which the kernel is multiplied
    tol      float
    limit    int, 1 or more
    returns  a dict: "z", float32 of shape (rows, d), and "steps",
             how many were made, an int32 scalar

The values are compared with the reference's. Besides, it is checked
that the loop itself stops. The program has a while loop; a loop of
limit steps that ignores the later ones computes them all the same.

Checked as well: your function works under jax.jit,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def while_fixpoint(
    seed: int,
    x: jax.Array,
    scale: float,
    tol: float,
    limit: int,
) -> dict[str, jax.Array]:
    layer = nnx.Linear(x.shape[1], x.shape[1], rngs=nnx.Rngs(seed))
    layer.kernel[...] *= scale

    def step(i: int, z: jax.Array) -> jax.Array:
        return jnp.tanh(layer(z) + x)

    z = jax.lax.fori_loop(0, limit, step, jnp.zeros(x.shape))
    return {
        "z": z,
        "steps": jnp.array(limit, jnp.int32),
    }
