"""Patch part of a model

Write update_state(seed, x, features).

1. Build nnx.Linear(in, features, rngs=nnx.Rngs(seed)), where `in` is the
   length of x. Do not make an initializer do the next step.
2. After that, patch the layer: its bias gets the numbers 0.0, 1.0, 2.0, ...,
   as many as there are features. It keeps its shape (features,) and its dtype
   float32, and it is still an nnx.Param. The kernel stays as it was drawn.
3. Return the layer applied to x.

    seed      float, a whole number: cast it with int()
    x         float32 array of shape (in,)
    features  float, a whole number, 2.0 or more: cast it with int()
    returns   float32 array of shape (features,)

The values are compared with the reference's. Besides, it is checked that at
the end `bias` is an nnx.Param of that shape and dtype that holds 0.0, 1.0,
2.0, ..., that it did not hold them when the layer was built, and that what you
return is what a call of the layer gives for x. The task is made for
nnx.update, but any way that leaves such a layer behind will do.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp  # noqa: F401
from flax import nnx


def update_state(seed: float, x: jax.Array, features: float) -> jax.Array:
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    print(nnx.state(layer))  # what there is to patch
    # The patch belongs here.
    return layer(x)
