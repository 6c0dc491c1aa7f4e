"""No nnx.Linear at all."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    total = dense.apply(variables, x).sum()
    return jnp.stack([total, total])
