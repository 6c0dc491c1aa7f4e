"""Both layers were made without a bias, so there was none to copy.

With a zero bias the sums are the same, but this ports another kind of layer than the task's. Leave both
layers as they come, and copy both weights."""

# fact: has nn.Dense(..., use_bias=False)
# fact: has nnx.Linear(..., use_bias=False)

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features, use_bias=False)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, use_bias=False, rngs=nnx.Rngs(seed + 1))
    linear.kernel[...] = variables["params"]["kernel"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
