"""The Linen output is that of init_with_output."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    linen_y, variables = dense.init_with_output(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    return jnp.stack([linear(x).sum(), linen_y.sum()])
