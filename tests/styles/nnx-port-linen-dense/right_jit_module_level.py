"""Jitted at module level."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


@nnx.jit
def nnx_sum(linear, x):
    return linear(x).sum()


@jax.jit
def linen_sum(variables, x):
    features = variables["params"]["bias"].shape[0]
    return nn.Dense(features).apply(variables, x).sum()


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    return jnp.stack([nnx_sum(linear, x), linen_sum(variables, x)])
