"""One pass: init_with_output

Write init_with_output(seed, x, features): the output and the kernel of a new
Dense, from one forward pass.

1. Initialise nn.Dense(features), with its own initializers, on x with the key
   jax.random.key(seed), and get its output for x in the same pass.
2. Return a dict with two entries:
     "y"       that output
     "kernel"  the kernel from the params

seed      int
x         float32 array of shape (N, in)
features  int

Returns a dict of two float32 arrays of shapes (N, features), (in, features).

The values are compared with the reference's. Besides, it is checked that the
Dense is called exactly once while your function runs (to initialise it and
then to apply it are two calls), and that y comes out of that call.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


def init_with_output(
    seed: int,
    x: jax.Array,
    features: int,
) -> dict[str, jax.Array]:
    # The numbers are right, but the Dense runs twice: once is enough.
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    y = model.apply(variables, x)
    return {
        "y": y,
        "kernel": variables["params"]["kernel"],
    }
