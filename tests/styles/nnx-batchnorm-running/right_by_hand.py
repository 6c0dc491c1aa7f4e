"""The evaluation is written out."""

import jax.numpy as jnp
from flax import nnx


@nnx.jit
def observe(norm, batch):
    norm(batch)


def batchnorm_running(batches, x):
    norm = nnx.BatchNorm(x.shape[-1], momentum=0.9, epsilon=1e-5, rngs=nnx.Rngs(0))
    for batch in batches:
        observe(norm, batch)
    return (x - norm.mean) / jnp.sqrt(norm.var + 1e-5) * norm.scale + norm.bias
