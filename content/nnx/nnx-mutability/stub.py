"""State that survives calls

Write an `nnx.Module` that counts how often it is called.

    constructor  may take `rngs`, as that of a layer with weights does;
                 nothing here is random
    count        an nnx.Variable that is not an nnx.Param; 0.0 at first
    __call__(x)  adds 1.0 to count and returns x unchanged

`mutability_increment_count(seed, x, n_calls)` builds ONE such module, calls
it n_calls times on x, and returns the count and the sum of the last
output.

    seed     int
    x        float32 array of shape (in,)
    n_calls  int, 1 or more
    returns  float32 array of shape (2,): [count, last_x.sum()]

The values are compared with the reference's. Besides, it is checked that
at the end count is a variable, but no Param, and holds the number of calls,
that the count which you return depends on what it held at first, and that
one more call of your module adds 1.0 to it and returns x.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self):
        raise NotImplementedError("create self.count")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("add 1.0 to the count and return x")


def mutability_increment_count(
    seed: int,
    x: jax.Array,
    n_calls: int,
) -> jax.Array:
    # In place of these zeros: build one CallCounter, call it n_calls
    # times on x, and return [count, last_x.sum()].
    return jnp.zeros(2)
