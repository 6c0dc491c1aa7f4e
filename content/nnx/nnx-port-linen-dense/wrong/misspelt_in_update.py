"""The arrays went into new attributes: the layer has no attribute of these names, `nnx.update` made them
without a word, and the forward pass does not read them.

The nnx.Linear keeps its weights in `kernel` and `bias`."""

# fact: has nnx.update(_, {"weight": _, ...: ...})

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    nnx.update(linear, {"weight": variables["params"]["kernel"], "bias": variables["params"]["bias"]})
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
