"""State through jax.jit by hand

`Counted` below is complete: each call adds 1.0 to its `count` and returns
the output of its linear layer times the new count. Leave it as it is. Write

    pure_jit_split(seed, x, n)

1. Build ONE Counted(rngs=nnx.Rngs(seed)).
2. Call it n times on x, through a function that is compiled with jax.jit.
   The state of the model goes into that function as an argument, comes out
   of it as a result, and so reaches the next call. Do not use nnx.jit, which
   would do this for you.
3. In the end, put the state back into the model that you built in step 1.
4. Return a tuple (y, count): the output of the last call, and the array in
   `count`.

    seed     int
    x        float32 array of shape (rows, 3)
    n        int, 2 or more
    returns  tuple of float32 arrays: y (rows, 2), count ()

The values are compared with the reference's. Besides, it is checked that
your code calls jax.jit and does not call nnx.jit; that the model, if it is
called, is called in a function that jax.jit compiles; that at the end `count`
of the model that you built, and not only of a copy, holds n; and that y comes
out of a call of the model.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(
    seed: int,
    x: jax.Array,
    n: int,
) -> tuple[jax.Array, jax.Array]:
    model = Counted(rngs=nnx.Rngs(seed))
    y = jnp.zeros((x.shape[0], 2))
    # Take the model apart, call it n times through jax.jit, put it back.
    return y, model.count[...]
