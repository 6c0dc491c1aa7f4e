"""Everything under jax.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(float(features))})
    return layer(x)


def update_state(seed, x, features):
    return jax.jit(build, static_argnums=(0, 2))(int(seed), x, int(features))
