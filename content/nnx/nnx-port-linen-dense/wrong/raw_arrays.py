"""The kernel and the bias of the nnx.Linear are bare arrays now; the Params that stood there are gone.

The forward pass does not mind, so both sums are right. But the type of the wrapper is what tells nnx.state
and an optimizer that these are weights: a port that cannot be trained any further. Put the arrays into the
Params that are there, or wrap them in new ones."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel = variables["params"]["kernel"]
    linear.bias = variables["params"]["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
