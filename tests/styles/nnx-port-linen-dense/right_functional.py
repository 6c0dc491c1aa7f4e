"""nn.init and nn.apply."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = nn.init(nn.Dense.__call__, dense)(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    linen_sum = nn.apply(nn.Dense.__call__, dense)(variables, x).sum()
    return jnp.stack([linear(x).sum(), linen_sum])
