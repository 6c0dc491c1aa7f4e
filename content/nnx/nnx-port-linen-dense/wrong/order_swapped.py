"""The two sums are in the wrong order: neither comes out of the layer that the task names for its place. The
nnx sum is the first.

As long as the port is right they are equal and the numbers cannot tell. On the day it is not, the report
would blame the wrong layer. Return the nnx sum first."""

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
    return jnp.stack([dense.apply(variables, x).sum(), linear(x).sum()])
