"""The momentum is that of PyTorch."""

import jax
from flax import nnx


@nnx.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    return norm(batch)


def batchnorm_running(batches: jax.Array, x: jax.Array) -> jax.Array:
    """`x`, normalised with the running averages of `batches`."""
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.1, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return norm(x, use_running_average=True)
