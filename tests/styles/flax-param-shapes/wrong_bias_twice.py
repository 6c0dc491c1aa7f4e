"""The bias is counted twice."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)["params"]
    kernel, bias = params["kernel"], params["bias"]
    return jnp.array([*kernel.shape, bias.size, kernel.size + 2 * bias.size])
