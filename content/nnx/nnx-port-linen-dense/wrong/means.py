"""These numbers are the means of the two outputs, and the task asks for their sums.

The port itself is right. The mean divides the sum by the number of features, so the numbers are too small by
that factor (and right where there is a single feature)."""

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
    linear.bias[...] = variables["params"]["bias"]
    return jnp.stack([linear(x).mean(), dense.apply(variables, x).mean()])
