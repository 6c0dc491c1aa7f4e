"""The Dense has no bias, the Linear keeps its own."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features), use_bias=False)
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
