"""The weights were looked up one level too high.

What init returns is a dict of collections, and "params" is one of them; the kernel and the bias lie under
it. Print the tree of shapes once, and the path to each array is plain."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel[...] = variables["kernel"]
    linear.bias[...] = variables["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
