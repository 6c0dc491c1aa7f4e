"""Called through split and merge, new-style key."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features=int(features))
    variables = dense.init(jax.random.key(int(seed)), jnp.ones_like(x))
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    graphdef, state = nnx.split(linear)
    nnx_sum = jnp.sum(nnx.merge(graphdef, state)(x))
    return jnp.array([nnx_sum, jnp.sum(dense.apply(variables, x))], dtype=jnp.float32)
