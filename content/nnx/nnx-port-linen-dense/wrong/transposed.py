"""The kernel was transposed on the way, and it does not fit.

That is needed for a layer from PyTorch, which keeps its weight as (out, in). Linen and NNX both keep it as
(in, out) and both compute x @ kernel, so the array goes over as it is."""

# fact: has _.T
# fact: has _.kernel[...] = _

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel[...] = variables["params"]["kernel"].T
    linear.bias[...] = variables["params"]["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
