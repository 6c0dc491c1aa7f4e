"""nnx.Linear with your own initializers

Write builtin_linear(seed, x, features):

1. Build an nnx.Linear from in inputs to features outputs with
   nnx.Rngs(seed), and give it two initializers: the kernel is drawn
   from a normal distribution with standard deviation 0.02, by
   nnx.initializers.normal; the bias is all ones.
2. Return the layer's output on x.

    seed      int
    x         float32 array of shape (n, in): a batch of n rows
    features  int
    returns   float32 array of shape (n, features)

The values are compared with the reference's. Besides, it is checked that an
nnx.Linear was built, that its kernel and bias held these values as soon as
it was built, and that the output depends on both of them.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


def builtin_linear(
    seed: int,
    x: jax.Array,
    features: int,
) -> jax.Array:
    # It runs, with the layer's own initializers. Give it yours.
    layer = nnx.Linear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return layer(x)
