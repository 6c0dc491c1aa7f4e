"""The evaluation uses the averages, and these are still mean 0 and variance 1: the layer was told to use them
in training, too, and then it moves nothing. Set `use_running_average` for the evaluation alone."""

# fact: has nnx.BatchNorm(..., use_running_average=True)

import jax
from flax import nnx


@nnx.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    return norm(batch)


def batchnorm_running(batches: jax.Array, x: jax.Array) -> jax.Array:
    """`x`, normalised with the running averages of `batches`."""
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.9, use_running_average=True, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return norm(x)
