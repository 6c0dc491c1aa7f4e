"""The bias of the nnx.Linear does not come from the Dense.

Both biases are zeros here, since both layers start that way, and the sums agree by luck. A trained Dense has
a bias that matters, and this port would leave it behind. Copy both weights."""

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
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
