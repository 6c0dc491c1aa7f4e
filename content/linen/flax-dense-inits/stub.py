"""Choose the initializers

Write dense_inits(seed, x, features, scale): a Dense that starts where you
want it to.

1. Build nn.Dense(features), or a module of your own with the same kernel and
   bias, such that, when it is initialised,
     - its kernel is scale in every place,
     - its bias is 1 in every place.
   A Dense is told so in the constructor, with kernel_init and bias_init.
2. Initialise it on x with the key jax.random.key(seed).
3. Apply it to x with the variables that init returned, and return the output.

seed      int
x         float32 array of shape (N, in)
features  int
scale     a float, positive or negative

Returns a float32 array of shape (N, features).

The values are compared with the reference's. Besides, it is checked that the
module, when it was initialised, created a kernel full of scale and a bias
full of ones (they were not filled by a change of the params afterwards), that
the bias is used, and that your output comes out of a call of the module.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


def dense_inits(
    seed: int,
    x: jax.Array,
    features: int,
    scale: float,
) -> jax.Array:
    # This Dense starts as it likes: tell it where to start.
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
