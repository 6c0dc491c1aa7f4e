"""Both forward passes jitted."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    nnx_sum = nnx.jit(lambda linear, x: linear(x).sum())(linear, x)
    linen_sum = jax.jit(dense.apply)(variables, x).sum()
    return jnp.stack([nnx_sum, linen_sum])
