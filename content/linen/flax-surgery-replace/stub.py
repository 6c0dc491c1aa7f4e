"""Surgery: replace a kernel

Write surgery_replace(seed, x, features, replacement_value):

1. Initialise nn.Dense(features), with its own initializers, on x with the key
   jax.random.key(seed).
2. Make a params tree whose kernel has the shape of the old one and holds
   replacement_value everywhere. All else in the tree is what init made. What
   init returned stays as it was: no dict in it is changed.
3. Return the Dense applied to x with the new tree.

seed                int
x                   float32 array of shape (N, in)
features            int
replacement_value   a float

Returns a float32 array of shape (N, features).

Checked, besides the values: the Dense reads a kernel that is filled with the
value, which it did not hold at first; the bias is the one that init made, and
what init returned is as it was; what you return comes out of the Dense.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(
    seed: int,
    x: jax.Array,
    features: int,
    replacement_value: float,
) -> jax.Array:
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(jnp.shape, variables))
    raise NotImplementedError("make a tree with a new kernel, and apply it")
