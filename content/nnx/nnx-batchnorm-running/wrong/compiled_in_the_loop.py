"""`observe` is traced anew for each batch. Either it is compiled in the loop, or something besides the numbers is
new in each call, such as a static argument. Compile it once, outside, and pass it only the layer and the batch."""

# fact: checks

import jax
from flax import nnx


def batchnorm_running(batches: jax.Array, x: jax.Array) -> jax.Array:
    """`x`, normalised with the running averages of `batches`."""
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.9, rngs=nnx.Rngs(0))
    for batch in batches:

        def observe(norm, batch):
            return norm(batch)

        nnx.jit(observe)(norm, batch)
    return norm(x, use_running_average=True)
