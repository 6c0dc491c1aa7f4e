"""A Dense by hand

Write dense_by_hand(seed, x, features): the output of a Dense, computed from
its arrays, without calling it.

1. Initialise nn.Dense(features), with its own initializers, on x with the key
   jax.random.key(seed).
2. Take the kernel and the bias out of the params.
3. Compute with them what the Dense would return for x, and return that.

seed      int
x         float32 array of shape (N, in)
features  int

Returns a float32 array of shape (N, features).

The values are compared with the reference's. Besides, it is checked that your
output does not come out of a call of a Linen module (apply, a bound module,
init_with_output), and that it is right for a different kernel, and for a
bias that is not zero.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_by_hand(seed: int, x: jax.Array, features: int) -> jax.Array:
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    print(x.shape, jax.tree.map(jnp.shape, params))
    raise NotImplementedError("compute the output from x and the params")
