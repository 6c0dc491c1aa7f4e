"""The first number is that of the kernel which the Rngs of the nnx.Linear drew: nothing of the Dense has
reached it.

So the first number differs from the second. Two layers agree when they hold the same weights, and these two
were initialised apart. Read the arrays out of the Dense's variables and write them into the Linear."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
