"""The evaluation uses the averages, and these are still mean 0 and variance 1: no batch has moved them.
`jax.jit` works on a copy of the layer, and the copy is gone after the call. `nnx.jit` brings its changes back."""

# fact: has @jax.jit

import jax
from flax import nnx


@jax.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    return norm(batch)


def batchnorm_running(batches: jax.Array, x: jax.Array) -> jax.Array:
    """`x`, normalised with the running averages of `batches`."""
    d = x.shape[1]
    norm = nnx.BatchNorm(d, momentum=0.9, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return norm(x, use_running_average=True)
