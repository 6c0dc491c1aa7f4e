"""Init and apply a Dense

Write dense_forward(seed, x, features): what a freshly initialised linear
layer makes of x.

1. Describe the layer: nn.Dense(features), with its own initializers. It is
   the whole model: inside a module of your own it would draw other numbers
   from the same key.
2. Initialise it on x with the key jax.random.key(seed). That gives its
   variables.
3. Apply it to x with these variables, and return the output.

seed      int
x         float32 array of shape (N, in)
features  int

Returns a float32 array of shape (N, features).

The values are compared with the reference's. Besides, it is checked that
your output comes out of an nn.Dense itself, not out of arithmetic of your
own, and that the Dense has a kernel and a bias which both have a say in it.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


def dense_forward(seed: int, x: jax.Array, features: int) -> jax.Array:
    model = nn.Dense(features)
    print(model)
    raise NotImplementedError("initialise the model, then apply it to x")
