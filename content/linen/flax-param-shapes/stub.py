"""Read the variables dict

Write param_shapes(seed, x, features): look into the params of a Dense and say
how large they are.

1. Initialise nn.Dense(features) on x with the key jax.random.key(seed).
2. From the arrays in what init returned, read four whole numbers:
     - how many rows the kernel has (its first axis),
     - how many columns the kernel has (its second axis),
     - how long the bias is,
     - how many numbers there are in all of the params together.
3. Return these four, in this order, as one array.

seed      int
x         float32 array of shape (N, in)
features  int

Returns an int32 array of shape (4,), such as jnp.array makes of four ints.

The values are compared with the reference's. Besides, it is checked that a
Linen module was initialised while your function ran, and that the numbers
are read from what init returned.

Checked as well: your function works under jax.jit, traced in its
arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed: int, x: jax.Array, features: int) -> jax.Array:
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(jnp.shape, variables))
    raise NotImplementedError("read four numbers from the variables")
