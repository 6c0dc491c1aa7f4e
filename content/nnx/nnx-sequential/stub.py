"""Sequential with a function inside

This computes the right values with two layers that belong to no model.
Refactor it: build one nnx.Sequential that does three things one after
the other:

    1. nnx.Linear from 3 to 8 features
    2. nnx.relu
    3. nnx.Linear from 8 features to 1

Both layers share one nnx.Rngs(seed), and the first is created first.
Their initializers are the default ones.

`sequential(seed, x)` builds it, calls it on x and returns the result.

    seed     int
    x        float32 array of shape (n, 3)
    returns  float32 array of shape (n, 1)

The values are compared with the reference's. Besides, it is checked that
some nnx.Sequential contains both Linear layers, so that they are part of
the model, that both have a bias, that the output depends on the biases, and
that what you return is what a call of the nnx.Sequential gives for x.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


def sequential(seed: int, x: jax.Array) -> jax.Array:
    rngs = nnx.Rngs(seed)
    first = nnx.Linear(3, 8, rngs=rngs)
    last = nnx.Linear(8, 1, rngs=rngs)
    return last(nnx.relu(first(x)))
