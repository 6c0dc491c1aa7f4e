"""Nothing copied, and the Dense is applied with the Linear's state."""

import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    return jnp.stack([linear(x).sum(), dense.apply({"params": nnx.to_pure_dict(nnx.state(linear))}, x).sum()])
