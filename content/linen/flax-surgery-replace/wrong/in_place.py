"""The dict that init returned was changed itself, and the task leaves it as it was.

init returns plain dicts, so the assignment works, and everything else that holds the tree (an optimizer, a
checkpoint, the variable three lines up) now has the new kernel without having asked for it. A shallow copy of
the outer dict does not help, since the inner one is shared. Build a new dict on the level that changes.
"""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    params = variables["params"]
    params["kernel"] = jnp.full_like(params["kernel"], replacement_value)
    return model.apply(variables, x)
