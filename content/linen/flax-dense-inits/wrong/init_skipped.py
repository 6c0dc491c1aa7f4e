"""No Linen module created any params here: they were written down by hand and handed to `apply`.

For a Dense one can know the names and shapes; for a large model that is a lot of work. Let `init` make the
tree, and tell the module in its constructor what to fill it with.
"""
# fact: checks
# fact: has not _.init(...)

import jax.numpy as jnp
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    size = features
    params = {"kernel": jnp.full((x.shape[1], size), scale), "bias": jnp.ones(size)}
    return nn.Dense(size).apply({"params": params}, x)
