"""The bias is left where it was."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    params = dense.init(jax.random.PRNGKey(int(seed)), x)["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel = nnx.Param(params["kernel"])
    return jnp.stack([linear(x).sum(), dense.apply({"params": params}, x).sum()])
