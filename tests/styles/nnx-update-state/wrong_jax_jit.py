"""jax.jit drops the update."""

import jax
import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    jax.jit(lambda m: nnx.update(m, {"bias": jnp.arange(features)}))(layer)
    return layer(x)
