"""The update under nnx.jit."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.jit(lambda m, bias: nnx.update(m, {"bias": bias}))(layer, jnp.arange(float(features)))
    return layer(x)
