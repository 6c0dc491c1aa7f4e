"""The old dance with frozen dicts."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax.core import freeze, unfreeze


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = unfreeze(variables)["params"]
    params["kernel"] = jnp.full_like(params["kernel"], replacement_value)
    return model.apply(freeze({"params": params}), x)
