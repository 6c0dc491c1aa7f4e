"""The kernel was transposed on the way; the new Param took it, and the forward pass stumbles over it.

A transpose is needed for a layer from PyTorch, which keeps its weight as (out, in). Linen and NNX both keep
it as (in, out) and both compute x @ kernel, so the array goes over as it is."""

# fact: has nnx.Param(_.T)

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel = nnx.Param(variables["params"]["kernel"].T)
    linear.bias = nnx.Param(variables["params"]["bias"])
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
