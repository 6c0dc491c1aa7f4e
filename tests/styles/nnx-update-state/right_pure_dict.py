"""Pure dict, both arrays."""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    pure = nnx.to_pure_dict(nnx.state(layer))
    nnx.update(layer, {**pure, "bias": jnp.arange(float(features))})
    return layer(x)
