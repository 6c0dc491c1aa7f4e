"""The map's result is dropped."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    jax.tree.map(lambda leaf: jnp.full_like(leaf, replacement_value), variables)
    return model.apply(variables, x)
