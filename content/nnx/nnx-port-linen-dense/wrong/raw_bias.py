"""The bias of the nnx.Linear is a bare array now; the Param that stood there is gone.

The kernel is still a Param. The sums are right, and the bias would never be trained again. Treat it as you
treated the kernel."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel[...] = variables["params"]["kernel"]
    linear.bias = variables["params"]["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
