"""Port a Linen Dense to nnx.Linear

Write port_dense(seed, x, features):

1. Initialise a Linen nn.Dense(features) on x with the key
   jax.random.key(seed).
2. Build nnx.Linear(in, features, rngs=nnx.Rngs(seed + 1)), where in is the
   length of x. Because of its other seed it starts with other numbers.
3. Copy the kernel and the bias of the Dense into the nnx.Linear. There, both
   are still nnx.Params afterwards.
4. Apply both layers to x. Return one array of two numbers: first the sum of
   the nnx.Linear's output, then the sum of the Dense's. They are equal.

seed       int
x          float32 array of shape (in,)
features   int

Returns a float32 array of shape (2,): the nnx sum, the Linen sum.

The values are compared with the reference's. Besides, it is checked that at
the end kernel and bias of the nnx.Linear are nnx.Params of their shapes, that
an nnx.Rngs was built with seed + 1, that the first number comes out of a call
of the nnx.Linear and the second out of the Dense, and that the bias is copied
as well.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed: int, x: jax.Array, features: int) -> jax.Array:
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    rngs = nnx.Rngs(seed + 1)
    linear = nnx.Linear(x.shape[0], features, rngs=rngs)
    print(
        jax.tree.map(jnp.shape, variables),
        linear.kernel.shape,
    )
    raise NotImplementedError("copy the weights, and return both sums")
