"""Patch part of a model

update_state(seed, x, features) patches a layer, and what it returns is as
if it had not. Fix the patch. In the end the function does this:

1. Build nnx.Linear(in, features, rngs=nnx.Rngs(seed)), where `in` is the
   length of x. Do not make an initializer do the next step.
2. After that, patch the layer: its bias gets the numbers 0.0, 1.0, 2.0, ...,
   as many as there are features. It keeps its shape (features,) and its dtype
   float32, and it is still an nnx.Param. The kernel stays as it was drawn.
3. Return the layer applied to x.

    seed      int
    x         float32 array of shape (in,)
    features  int, 2 or more
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
import jax.numpy as jnp
from flax import nnx


def update_state(seed: int, x: jax.Array, features: int) -> jax.Array:
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bais": jnp.arange(features)})
    return layer(x)
