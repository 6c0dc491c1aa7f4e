"""The Params are bound to names that are then bound to the arrays."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    weights = [linear.kernel, linear.bias]
    weights[0], weights[1] = params["kernel"], params["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
