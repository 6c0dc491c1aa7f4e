"""An ensemble in one module

Write vmap_ensemble(seed, x, y, n): build n linear models as one
ensemble, measure each on the same data, take the best one out.

1. Member i is an nnx.Linear from x.shape[1] to y.shape[1]
   features, built with nnx.Rngs(keys[i]), where keys is
   jax.random.split(jax.random.key(seed), n).
2. ensemble is ONE nnx.Linear, whose kernel has the shape
   (n, in, out) and whose bias has the shape (n, out).
3. losses[i] is the mean of (member_i(x) - y) ** 2.
4. best is the member with the lowest loss, as an ordinary
   nnx.Linear: kernel (in, out), bias (out,), both Params.

    seed     int
    x        float32 array of shape (rows, in)
    y        float32 array of shape (rows, out)
    n        int, 2 or more
    returns  a tuple (ensemble, losses, best); losses has
             the shape (n,)

The values are compared with the reference's. Besides, it is checked
that all members answer in one pass: there is no loop over them, and
the matrix products do not grow with n.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    n: int,
) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    keys = jax.random.split(jax.random.key(seed), n)
    first = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(keys[0]))
    # In place of this: an ensemble of n, n losses, and the best member.
    return first, jnp.zeros(n), first
