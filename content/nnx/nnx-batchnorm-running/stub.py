"""nnx.BatchNorm: train, then evaluate

`batchnorm_running(batches, x)` lets a BatchNorm see some
batches in training, and then evaluates it on x. At
evaluation each row should be normalised with what was
seen in training. But a row by itself always gives zeros,
and other rows beside it change its answer. There are TWO
reasons. Find and mend both.

- Evaluation uses the running averages of the layer,
  which start at mean 0 and variance 1. Each batch moves
  them once, in order, with momentum=0.9.
- `observe`, the call in training, stays compiled, and is
  traced once.

You may change everything but the names
batchnorm_running and observe.

    batches  float32 array of shape (k, n, d)
    x        float32 array of shape (m, d); m may be 1
    returns  float32 array of shape (m, d)

The values are compared with the reference's. Besides, it
is checked that a compiled function named observe is
traced, and not more than once.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


@jax.jit
def observe(
    norm: nnx.BatchNorm,
    batch: jax.Array,
) -> jax.Array:
    return norm(batch)


def batchnorm_running(
    batches: jax.Array,
    x: jax.Array,
) -> jax.Array:
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.9, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return norm(x)
