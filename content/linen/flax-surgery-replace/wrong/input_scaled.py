"""The kernel that the Dense was applied to is not filled with the value: the value went into the input instead. The
numbers agree, but the params do not say what the model computes. Put the value into the tree, and apply the Dense
to `x` as it is."""
# fact: checks
# fact: has jnp.ones_like(...)

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    patched = {**params, "kernel": jnp.ones_like(params["kernel"])}
    return model.apply({"params": patched}, replacement_value * x)
