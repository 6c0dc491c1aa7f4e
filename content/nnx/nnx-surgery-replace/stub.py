"""Surgery: replace a kernel

Write replace_kernel(seed, x, features, replacement_value):

1. Build nnx.Linear(in, features, rngs=nnx.Rngs(seed)), where in is the length
   of x. Do not make an initializer do the next step.
2. After that, fill its kernel with replacement_value. The kernel keeps its
   shape (in, features) and its dtype float32, and is still an nnx.Param.
3. Leave the bias alone: the nnx.Param of zeros that the layer was built with.
4. Return the layer applied to x.

seed                int
x                   float32 array of shape (in,)
features            int
replacement_value   a float

Returns a float32 array of shape (features,).

The values are compared with the reference's. Besides, it is checked that at
the end kernel and bias are nnx.Params of their shapes that hold what the task
says, that the kernel was filled after the layer was built, that an nnx.Rngs
was built with the seed, and that what you return is what a call of the layer
gives for x.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(
    seed: int,
    x: jax.Array,
    features: int,
    replacement_value: float,
) -> jax.Array:
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    print(
        type(layer.kernel).__name__,
        jnp.shape(layer.kernel),
    )
    raise NotImplementedError("fill the kernel, and return layer(x)")
