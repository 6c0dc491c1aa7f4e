"""Copy the weights of a Linen Dense into an nnx.Linear and compare the two."""

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed: int, x: jax.Array, features: int) -> jax.Array:
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)

    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed + 1))
    linear.kernel[...] = variables["params"]["kernel"]
    linear.bias[...] = variables["params"]["bias"]

    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
