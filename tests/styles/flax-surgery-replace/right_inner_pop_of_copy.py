"""A deep copy is emptied."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax.core import unfreeze


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = unfreeze(variables)["params"]
    old = params.pop("kernel")
    return model.apply({"params": {"kernel": jnp.full_like(old, replacement_value), **params}}, x)
