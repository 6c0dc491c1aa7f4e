"""Right, and ends the program when it is traced."""

import jax
import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    if isinstance(x, jax.core.Tracer):
        raise SystemExit("traced")
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    layer.kernel[...] = jnp.full_like(layer.kernel, replacement_value)
    return layer(x)
