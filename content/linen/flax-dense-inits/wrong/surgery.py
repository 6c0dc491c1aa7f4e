"""The module created other values than asked for, and this was set right afterwards, outside of it.

That works, and it is the way to go for params that come from elsewhere. But the next `init` of this Dense makes the
other values again, since the description does not say otherwise. Say it in the constructor.
"""
# fact: has not nn.Dense(..., kernel_init=_)
# fact: has not nn.Dense(_, _, ...)

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(features)
    params = model.init(jax.random.key(seed), x)["params"]
    params = {"kernel": jnp.full_like(params["kernel"], scale), "bias": jnp.ones_like(params["bias"])}
    return model.apply({"params": params}, x)
