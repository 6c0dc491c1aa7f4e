"""The two sums agree, and they are those of the layer that should have been overwritten: the weights of the
nnx.Linear were given to the Dense.

The Dense is the one that has something to keep; the nnx.Linear receives. In an assignment the receiver
stands on the left."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    params = {"kernel": linear.kernel[...], "bias": linear.bias[...]}
    return jnp.stack([linear(x).sum(), dense.apply({"params": params}, x).sum()])
