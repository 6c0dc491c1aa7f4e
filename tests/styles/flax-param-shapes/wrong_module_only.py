"""The module is built and not initialised."""

import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    model = nn.Dense(int(features))
    rows, columns = x.shape[1], model.features
    return jnp.array([rows, columns, columns, (rows + 1) * columns])
