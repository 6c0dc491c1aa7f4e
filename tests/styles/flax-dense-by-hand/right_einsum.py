"""Summed by name."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_by_hand(seed, x, features):
    variables = nn.Dense(features=int(features)).init(jax.random.key(int(seed)), x)
    kernel, bias = variables["params"]["kernel"], variables["params"]["bias"]
    return jnp.einsum("ni,io->no", x, kernel) + bias[None, :]
