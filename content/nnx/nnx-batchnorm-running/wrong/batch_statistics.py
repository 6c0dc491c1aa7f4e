"""The batches reach the layer now, and the last call does not use what it saw: it normalises `x` with the rows
of `x`. Tell it to use the running averages."""

# fact: has @nnx.jit
# fact: has not norm(..., use_running_average=True)

import jax
from flax import nnx


@nnx.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    return norm(batch)


def batchnorm_running(batches: jax.Array, x: jax.Array) -> jax.Array:
    """`x`, normalised with the running averages of `batches`."""
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.9, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return norm(x)
