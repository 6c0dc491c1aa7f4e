"""jax.tree.map makes new dicts."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    patched = jax.tree.map(lambda leaf: leaf, variables)
    patched["params"]["kernel"] = jnp.full_like(patched["params"]["kernel"], replacement_value)
    return model.apply(patched, x)
