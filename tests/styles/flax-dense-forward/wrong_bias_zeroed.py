"""The bias is replaced by zeros on the way."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    return model.apply({"params": {**params, "bias": jnp.zeros(int(features))}}, x)
