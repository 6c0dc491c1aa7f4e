"""All params as one vector."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from jax.flatten_util import ravel_pytree


def param_shapes(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    vector, _ = ravel_pytree(params)
    return jnp.array([*params["kernel"].shape, *params["bias"].shape, vector.shape[0]], dtype=jnp.int32)
