"""A Dense by hand

Write dense_by_hand(seed, x, features): the output of a Dense, computed from
its arrays, without calling it.

1. Initialise nn.Dense(features), with its own initializers, on x with the key
   jax.random.key(seed).
2. Take the kernel and the bias out of the params.
3. Compute with them what the Dense would return for x, and return that.

seed      a whole number that arrives as a float: cast it with int()
x         float32 array of shape (N, in)
features  a whole number that arrives as a float: cast it with int()

Returns a float32 array of shape (N, features).

The values are compared with the reference's. Besides, it is checked that your
output does not come out of a call of a Linen module (apply, a bound module,
init_with_output), and that it is right for another kernel, and for a bias
that is not zero, too.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_by_hand(seed: float, x: jax.Array, features: float) -> jax.Array:
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    print(x.shape, jax.tree.map(jnp.shape, params))
    raise NotImplementedError("compute the output from x and the params")
