"""A tuple in place of an array."""

import jax
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    return linear(x).sum(), dense.apply(variables, x).sum()
